import { findLiveTokens, groupHoldersTokens, type LiveGroup } from '@/lib/db/live-tokens';
import { findRoleHolders, type RoleHolder } from '@/lib/db/role-holders';
import { findRoles } from '@/lib/db/roles';
import type { Call } from '@/lib/domain/call';
import { deskPermissions } from '@/lib/domain/desk-permissions';
import { powerOf, type Access } from '@/lib/domain/grant';
import { parseInput } from '@/lib/domain/parse-input';
import type { Rights } from '@/lib/domain/rights';
import { tokenEffect, type TokenEffect } from '@/lib/domain/role-effect';
import { previewRoleChangeSchema, type PreviewRoleChangeInput } from '@/lib/domain/role-input';
import type { ChangedToken, RolePreview } from '@/lib/domain/role-view';
import { requireDeskPermission } from '@/lib/services/access/require-permission';
import { currentCatalog } from '@/lib/services/catalog/current-catalog';
import { shownAtMost, toAffectedPeople, toAffectedToken, tokensIn } from './affected';
import { requireRole } from './require-own-role';

const grantsShownAtMost = 12;

/**
 * Whom and which tokens it would reach if a role held exactly these patterns: totals are exact, lists begin with the
 * first fifty. Changes nothing. Needs desk.roles.Manage. Throws not_found.
 */
export async function previewRoleChange(call: Call, input: PreviewRoleChangeInput): Promise<RolePreview> {
  const { key, patterns } = parseInput(previewRoleChangeSchema, input);
  await requireDeskPermission(call, deskPermissions.manageRoles);
  const role = await requireRole(key);
  const former = new Map((await findRoles()).map((each) => [each.key, each.patterns]));
  const holders = await findRoleHolders(key);
  const effectOf = effectFinder(holders, former, new Map(former).set(key, patterns));
  const groups = await groupHoldersTokens(key, call.now);
  const full = groups.filter((group) => group.access.kind === 'full');
  const limited = groups.filter((group) => group.access.kind === 'limited');
  const losing = new Set(limited.filter((group) => effectOf(group).lost.length > 0));
  const gaining = new Set(limited.filter((group) => effectOf(group).gained.length > 0));
  const changed = limited.filter((group) => losing.has(group) || gaining.has(group));
  const [changedTokens, followingTokens] = await Promise.all([
    findLiveTokens(changed, call.now, shownAtMost),
    findLiveTokens(full, call.now, shownAtMost),
  ]);
  return {
    version: role.version,
    holders: toAffectedPeople(holders, (held) => held.role === key),
    changed: {
      total: tokensIn(changed),
      shown: changedTokens.map((live) => ({
        ...toAffectedToken(live),
        ...shortened(effectOf(live.token)),
      })),
    },
    narrowed: tokensIn(losing),
    widened: tokensIn(gaining),
    following: { total: tokensIn(full), shown: followingTokens.map(toAffectedToken) },
    unchanged: tokensIn(limited) - tokensIn(changed),
  };
}

type PatternsByRole = ReadonlyMap<string, readonly string[]>;

/** Says what a token of one of the holders would lose and gain. What is equal is worked out once. */
function effectFinder(holders: readonly RoleHolder[], former: PatternsByRole, latter: PatternsByRole) {
  const rolesOf = new Map(holders.map((holder) => [holder.id, holder.roles]));
  const known = new Map<string, TokenEffect>();
  const catalog = currentCatalog();
  return ({ ownerId, access }: Pick<LiveGroup, 'ownerId'> & { access: Access }): TokenEffect => {
    const roles = rolesOf.get(ownerId) ?? [];
    const key = JSON.stringify([roles, access]);
    const rightsBy = (patterns: PatternsByRole): Rights =>
      roles.map(({ context, role }) => ({ context, patterns: patterns.get(role) ?? [] }));
    const effect =
      known.get(key) ?? tokenEffect(powerOf(access, catalog), rightsBy(former), rightsBy(latter), catalog);
    known.set(key, effect);
    return effect;
  };
}

type Shortened = Pick<ChangedToken, 'lost' | 'lostCount' | 'gained' | 'gainedCount'>;

function shortened({ lost, gained }: TokenEffect): Shortened {
  return {
    lost: lost.slice(0, grantsShownAtMost),
    lostCount: lost.length,
    gained: gained.slice(0, grantsShownAtMost),
    gainedCount: gained.length,
  };
}
