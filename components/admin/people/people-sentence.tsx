'use client';

import { capitalised, counted, numberWord } from '@/lib/domain/number-words';
import type { PersonRow } from '@/lib/domain/person';
import { countPeople, type PeopleKind } from './people-filter';

interface Clause {
  kind: PeopleKind;
  words: (count: number) => string;
}

const clauses: readonly Clause[] = [
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
  const shown = clauses.filter((clause) => counts[clause.kind] > 0 || clause.kind === kind);
  return (
    <p className="say">
      {capitalised(counted(people.length, 'person', 'people'))} {people.length === 1 ? 'has' : 'have'} an
      account:{' '}
      {shown.map((clause, index) => (
        <span key={clause.kind}>
          {index > 0 && ', '}
          <button
            type="button"
            aria-pressed={clause.kind === kind}
            onClick={() => onKindChange(clause.kind === kind ? 'any' : clause.kind)}
          >
            {clause.words(counts[clause.kind])}
          </button>
        </span>
      ))}
      .
    </p>
  );
}
