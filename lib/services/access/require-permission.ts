import { rightsOf } from '@/lib/db/rights';
import type { Transaction } from '@/lib/db/transaction';
import type { Call } from '@/lib/domain/call';
import type { Context } from '@/lib/domain/context';
import { decide, visibleContexts, type Question } from '@/lib/domain/decide';
import type { DeskPermission } from '@/lib/domain/desk-permissions';
import { DeskError } from '@/lib/domain/errors';
import { holds } from '@/lib/domain/rights';
import { currentCatalog } from '@/lib/services/catalog/current-catalog';

async function questionOf(call: Call, permission: string, tx?: Transaction): Promise<Omit<Question, 'context'>> {
  const { actor } = call;
  const catalog = currentCatalog();
  if (actor.kind === 'system') {
    return { power: { kind: 'full' }, ownerRights: [{ context: 'global', patterns: ['*'] }], permission, catalog };
  }
  const ownerRights = await rightsOf(actor.personId, tx);
  if (actor.kind === 'person') return { power: { kind: 'full' }, ownerRights, permission, catalog };
  const conditions = { isInUrl: call.via === 'query', mayUseInUrls: actor.mayUseInUrls };
  return { power: actor.power, ownerRights, permission, catalog, conditions };
}

/**
 * The authorise step of a verb: asks the one judge whether the actor may do `permission` in `context`, with the owner's
 * rights of now (re-read, inside the transaction where one is given). Throws permission_denied naming what is missing.
 */
export async function requirePermission(
  call: Call,
  permission: string,
  context: Context,
  tx?: Transaction,
): Promise<void> {
  const decision = decide({ ...(await questionOf(call, permission, tx)), context });
  if (decision.isAllowed) return;
  if (decision.reason === 'not_in_urls') {
    throw new DeskError('permission_denied', 'This token may not be used in URLs.', { missing: [decision.missing] });
  }
  throw new DeskError('permission_denied', `It lacks ${permission} in ${context}.`, { missing: [decision.missing] });
}

/** The contexts in which the actor may do `permission`: the filter of a list (AZ-1). Throws when there is none. */
export async function requireVisibleContexts(call: Call, permission: string): Promise<readonly Context[]> {
  const visible = visibleContexts(await questionOf(call, permission));
  if (visible.length > 0) return visible;
  throw new DeskError('permission_denied', `It lacks ${permission}.`, { missing: [{ permission, context: 'global' }] });
}

/** For the desk's own administration: only people, never tokens (deskPermissions). */
export async function requireDeskPermission(call: Call, permission: DeskPermission, tx?: Transaction): Promise<void> {
  const { actor } = call;
  if (actor.kind === 'system') return;
  const isHeld = actor.kind === 'person' && holds(await rightsOf(actor.personId, tx), permission, 'global');
  if (isHeld) return;
  throw new DeskError('permission_denied', `You lack ${permission}.`, { missing: [{ permission, context: 'global' }] });
}
