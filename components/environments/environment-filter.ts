import type { EnvironmentRow, EnvironmentStatus } from '@/lib/domain/environment-view';

/** What the page is narrowed to. `any` narrows nothing. */
export interface EnvironmentFilter {
  text: string;
  projectKey: string;
  status: EnvironmentStatus | 'any';
}

export const anyEnvironment: EnvironmentFilter = { text: '', projectKey: 'any', status: 'any' };

/** The rows that match: every word typed stands in the name, display name, project or template. */
export function filterEnvironments(
  rows: readonly EnvironmentRow[],
  filter: EnvironmentFilter,
): EnvironmentRow[] {
  const typed = filter.text
    .toLocaleLowerCase('en')
    .split(/\s+/)
    .filter((word) => word !== '');
  return rows.filter((row) => {
    if (filter.status !== 'any' && row.status !== filter.status) return false;
    if (filter.projectKey !== 'any' && row.projectKey !== filter.projectKey) return false;
    const text = `${row.name} ${row.displayName} ${row.context} ${row.template}`.toLocaleLowerCase('en');
    return typed.every((word) => text.includes(word));
  });
}

/** How many stand in each status, for the sentence. */
export function countByStatus(rows: readonly EnvironmentRow[]): Record<EnvironmentStatus, number> {
  const counts = { running: 0, stopped: 0, sleeping: 0 };
  for (const row of rows) counts[row.status] += 1;
  return counts;
}

/** The keys of the projects, in the order in which they first stand. */
export function projectsOf(rows: readonly EnvironmentRow[]): string[] {
  return [...new Set(rows.map((row) => row.projectKey))];
}

/** The rows with `row` in its place, or at the end when it is new. */
export function withRow(rows: readonly EnvironmentRow[], row: EnvironmentRow): EnvironmentRow[] {
  const isKnown = rows.some((each) => each.name === row.name);
  return isKnown ? rows.map((each) => (each.name === row.name ? row : each)) : [...rows, row];
}
