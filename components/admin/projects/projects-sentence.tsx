'use client';

import { capitalised, counted, numberWord } from '@/lib/domain/number-words';
import type { ProjectRow } from '@/lib/domain/project-view';
import { Clauses } from '../clauses';
import { countProjects, type ProjectKind } from './projects-filter';

const clauses: readonly { kind: ProjectKind; words: (count: number) => string }[] = [
  {
    kind: 'peopled',
    words: (count) => `people hold roles in ${numberWord(count)}`,
  },
  {
    kind: 'tokened',
    words: (count) => `tokens are bound to ${numberWord(count)}`,
  },
  { kind: 'empty', words: (count) => `${numberWord(count)} ${count === 1 ? 'is' : 'are'} empty` },
];

export interface ProjectsSentenceProps {
  projects: readonly ProjectRow[];
  kind: ProjectKind;
  onKindChange: (kind: ProjectKind) => void;
}

/** Which projects there are, in a sentence; each clause filters to what it counts, and again to take that back. */
export function ProjectsSentence({ projects, kind, onKindChange }: ProjectsSentenceProps) {
  const shown = clauses.map((clause) => ({ ...clause, count: countProjects(projects, clause.kind) }));
  const head = capitalised(counted(projects.length, 'project'));
  if (projects.length === 0) return <p className="say">No project yet: roles and tokens hold globally.</p>;
  return (
    <p className="say">
      {head}, {projects.length === 1 ? 'a place' : 'each a place'} where roles and tokens can hold:{' '}
      <Clauses clauses={shown} kind={kind} onKindChange={onKindChange} />.
    </p>
  );
}
