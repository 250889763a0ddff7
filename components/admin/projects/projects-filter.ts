import type { ProjectRow } from '@/lib/domain/project-view';

/** What a clause of the sentence narrows to. */
export type ProjectKind = 'any' | 'peopled' | 'tokened' | 'empty';

export interface ProjectsFilter {
  text: string;
  kind: ProjectKind;
}

export const everyProject: ProjectsFilter = { text: '', kind: 'any' };

const tests: Record<ProjectKind, (project: ProjectRow) => boolean> = {
  any: () => true,
  peopled: (project) => project.peopleCount > 0,
  tokened: (project) => project.tokenCount > 0,
  empty: (project) => project.peopleCount + project.tokenCount + project.environmentCount === 0,
};

/** How many projects are of a kind. */
export function countProjects(projects: readonly ProjectRow[], kind: ProjectKind): number {
  return projects.filter(tests[kind]).length;
}

/** The projects that match: of the kind, and what was typed stands in name or key. */
export function filterProjects(projects: readonly ProjectRow[], filter: ProjectsFilter): ProjectRow[] {
  const typed = filter.text.trim().toLocaleLowerCase('en');
  return projects.filter(
    (project) =>
      tests[filter.kind](project) &&
      `${project.name} ${project.context}`.toLocaleLowerCase('en').includes(typed),
  );
}
