'use client';

import { capitalised, counted, numberWord } from '@/lib/domain/number-words';
import type { EnvironmentRow, EnvironmentStatus } from '@/lib/domain/environment-view';
import { countByStatus, projectsOf } from './environment-filter';

const clauses: readonly { status: EnvironmentStatus; word: string }[] = [
  { status: 'running', word: 'running' },
  { status: 'sleeping', word: 'asleep' },
  { status: 'stopped', word: 'stopped' },
];

export interface EnvironmentsSentenceProps {
  rows: readonly EnvironmentRow[];
  status: EnvironmentStatus | 'any';
  onStatusChange: (status: EnvironmentStatus | 'any') => void;
}

/** What is there, in a sentence; each clause filters to what it counts, and again to take that back. */
export function EnvironmentsSentence({ rows, status, onStatusChange }: EnvironmentsSentenceProps) {
  if (rows.length === 0) return <p className="say">No environment is in sight.</p>;
  const counts = countByStatus(rows);
  const shown = clauses.filter((clause) => counts[clause.status] > 0 || clause.status === status);
  return (
    <p className="say">
      {capitalised(counted(rows.length, 'environment'))} in {counted(projectsOf(rows).length, 'project')}:{' '}
      {shown.map((clause, index) => (
        <span key={clause.status}>
          {index > 0 && ', '}
          <button
            type="button"
            aria-pressed={clause.status === status}
            onClick={() => onStatusChange(clause.status === status ? 'any' : clause.status)}
          >
            {numberWord(counts[clause.status])} {clause.word}
          </button>
        </span>
      ))}
      .
    </p>
  );
}
