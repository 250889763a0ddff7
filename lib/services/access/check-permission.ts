import { findProject } from '@/lib/db/projects';
import { rightsOf } from '@/lib/db/rights';
import type { Call } from '@/lib/domain/call';
import { projectKeyOf } from '@/lib/domain/context';
import { decide } from '@/lib/domain/decide';
import { deskPermissions } from '@/lib/domain/desk-permissions';
import type { ProfileReference } from '@/lib/domain/profile-reference';
import { contextOf } from '@/lib/domain/scope';
import { requireProfile } from '@/lib/services/people/require-profile';
import { keysOf } from '@/lib/services/tokens/read-scope';
import { currentCatalog } from '@/lib/services/catalog/current-catalog';
import { questionOf } from './require-permission';

/** What is asked: may this principal do `permission` in `context`, as scope strings name contexts? */
export interface PermissionCheck {
  principal: ProfileReference;
  permission: string;
  context: string;
}

/**
 * Whether something may be done now. About oneself it answers for the credential that asks: a token's grants as far as its
 * owner holds them. About others it takes desk.people.Manage. What nobody knows, permission, project or context, is false.
 */
export async function checkPermission(call: Call, check: PermissionCheck): Promise<boolean> {
  const { isOwn, id, blockedAt } = await requireProfile(call, check.principal, deskPermissions.managePeople);
  const ownerRights = await rightsOf(id);
  const keys = check.context.startsWith('project:id:')
    ? await keysOf(ownerRights)
    : new Map<string, string>();
  const context = contextOf(check.context, (projectId) => keys.get(projectId) ?? null);
  if (context === null || blockedAt !== null) return false;
  const key = projectKeyOf(context);
  if (key !== null && (await findProject(key)) === null) return false;
  const { permission } = check;
  const question = isOwn
    ? await questionOf(call, permission)
    : { power: { kind: 'full' } as const, ownerRights, permission, catalog: currentCatalog() };
  return decide({ ...question, context }).isAllowed;
}
