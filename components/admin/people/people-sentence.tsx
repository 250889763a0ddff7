'use client';

import { capitalised, counted, numberWord } from '@/lib/domain/number-words';
import type { PersonRow } from '@/lib/domain/person';
import { Clauses } from '../clauses';
import { countPeople, type PeopleKind } from './people-filter';

const clauses: readonly { kind: PeopleKind; words: (count: number) => string }[] = [
  {
    kind: 'administrators',
    words: (count) => (count === 1 ? 'one administers the desk' : `${numberWord(count)} administer the desk`),
  },
  { kind: 'blocked', words: (count) => `${numberWord(count)} ${count === 1 ? 'is' : 'are'} blocked` },
  { kind: 'roleless', words: (count) => `${numberWord(count)} ${count === 1 ? 'holds' : 'hold'} no role` },
  {
    kind: 'unseen',
    words: (count) => `${numberWord(count)} ${count === 1 ? 'has' : 'have'} never signed in`,
  },
];

export interface PeopleSentenceProps {
  people: readonly PersonRow[];
  kind: PeopleKind;
  onKindChange: (kind: PeopleKind) => void;
}

/** Who has an account, in a sentence; each clause filters to whom it counts, and again to take that back. */
export function PeopleSentence({ people, kind, onKindChange }: PeopleSentenceProps) {
  const counts = countPeople(people);
  return (
    <p className="say">
      {capitalised(counted(people.length, 'person', 'people'))} {people.length === 1 ? 'has' : 'have'} an
      account:{' '}
      <Clauses
        clauses={clauses.map((clause) => ({ ...clause, count: counts[clause.kind] }))}
        kind={kind}
        onKindChange={onKindChange}
      />
      .
    </p>
  );
}
