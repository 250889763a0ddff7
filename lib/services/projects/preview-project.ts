import { findEnvironments } from '@/lib/db/environments';
import { findLiveTokens, groupLimitedTokens } from '@/lib/db/live-tokens';
import { findProject } from '@/lib/db/projects';
import { findContextHolders } from '@/lib/db/role-holders';
import type { Call } from '@/lib/domain/call';
import { projectContext } from '@/lib/domain/context';
import { deskPermissions } from '@/lib/domain/desk-permissions';
import { parseInput } from '@/lib/domain/parse-input';
import { previewProjectSchema, type PreviewProjectInput } from '@/lib/domain/project-input';
import type { ProjectPreview } from '@/lib/domain/project-view';
import { requireDeskPermission } from '@/lib/services/access/require-permission';
import { shownAtMost, toAffectedPeople, toAffectedToken, tokensIn } from '@/lib/services/roles/affected';
import { contextsOf } from './project-rows';
import { noSuchProject } from './require-project-at';

/**
 * Who holds a role in a project, which live tokens have permissions in it, and its environments: totals are exact, lists
 * begin with the first fifty. Changes nothing. Needs desk.projects.Manage. Throws not_found.
 */
export async function previewProject(call: Call, input: PreviewProjectInput): Promise<ProjectPreview> {
  const { key } = parseInput(previewProjectSchema, input);
  await requireDeskPermission(call, deskPermissions.manageProjects);
  const project = await findProject(key);
  if (project === null) throw noSuchProject(key);
  const context = projectContext(key);
  const [holders, groups, environments] = await Promise.all([
    findContextHolders(context),
    groupLimitedTokens(call.now),
    findEnvironments([context]),
  ]);
  const within = groups.filter((group) => contextsOf(group).includes(context));
  const tokens = await findLiveTokens(within, call.now, shownAtMost);
  return {
    version: project.version,
    people: toAffectedPeople(holders, (held) => held.context === context),
    tokens: { total: tokensIn(within), shown: tokens.map(toAffectedToken) },
    environments: {
      total: environments.length,
      shown: environments.slice(0, shownAtMost).map((environment) => environment.name),
    },
  };
}
