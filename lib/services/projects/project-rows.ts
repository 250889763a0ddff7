import { groupLimitedTokens, type LiveGroup } from '@/lib/db/live-tokens';
import { countEnvironmentsByProject } from '@/lib/db/environments';
import { findProjects } from '@/lib/db/projects';
import { countHoldersByContext } from '@/lib/db/role-holders';
import { projectContext, type Context } from '@/lib/domain/context';
import type { ProjectRow } from '@/lib/domain/project-view';

/** Every project as the Projects page shows it, with what lies in it at `now`. */
export async function readProjectRows(now: Date): Promise<ProjectRow[]> {
  const [projects, people, groups, environments] = await Promise.all([
    findProjects(),
    countHoldersByContext(),
    groupLimitedTokens(now),
    countEnvironmentsByProject(),
  ]);
  const tokens = new Map<Context, number>();
  for (const group of groups) {
    for (const context of contextsOf(group)) tokens.set(context, (tokens.get(context) ?? 0) + group.count);
  }
  return projects.map(({ key, name, version }) => {
    const context = projectContext(key);
    return {
      key,
      name,
      context,
      version,
      peopleCount: people.get(context) ?? 0,
      tokenCount: tokens.get(context) ?? 0,
      environmentCount: environments.get(key) ?? 0,
    };
  });
}

/** The contexts that limited tokens name; full access names none. */
export function contextsOf({ access }: LiveGroup): Context[] {
  return access.kind === 'full' ? [] : access.entries.map((entry) => entry.context);
}
