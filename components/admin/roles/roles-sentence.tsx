'use client';

import { capitalised, counted, numberWord } from '@/lib/domain/number-words';
import type { RoleRow } from '@/lib/domain/role-view';
import { Clauses } from '../clauses';
import { countRoles, type RoleKind } from './roles-filter';

const clauses: readonly { kind: RoleKind; words: (count: number) => string }[] = [
  { kind: 'built-in', words: (count) => `${numberWord(count)} ${count === 1 ? 'is' : 'are'} built in` },
  { kind: 'own', words: (count) => `${numberWord(count)} ${count === 1 ? 'is' : 'are'} your own` },
  { kind: 'unheld', words: (count) => `${numberWord(count)} ${count === 1 ? 'is' : 'are'} held by nobody` },
  {
    kind: 'unmatched',
    words: (count) => `${numberWord(count)} ${count === 1 ? 'names' : 'name'} what does not exist now`,
  },
];

export interface RolesSentenceProps {
  roles: readonly RoleRow[];
  kind: RoleKind;
  onKindChange: (kind: RoleKind) => void;
}

/** Which roles there are, in a sentence; each clause filters to what it counts, and again to take that back. */
export function RolesSentence({ roles, kind, onKindChange }: RolesSentenceProps) {
  return (
    <p className="say">
      {capitalised(counted(roles.length, 'role'))} {roles.length === 1 ? 'says' : 'say'} what people may do:{' '}
      <Clauses
        clauses={clauses.map((clause) => ({ ...clause, count: countRoles(roles, clause.kind) }))}
        kind={kind}
        onKindChange={onKindChange}
      />
      .
    </p>
  );
}
