import { findLiveTokens, groupTokensNaming, type LiveGroup } from '@/lib/db/live-tokens';
import { roleUses } from '@/lib/db/role-holders';
import { findRoles } from '@/lib/db/roles';
import type { Access } from '@/lib/domain/grant';
import type { MergedOperations } from '@/lib/domain/imports/merge-operations';
import { matchesPattern } from '@/lib/domain/permission';
import type { Counted } from '@/lib/domain/role-view';
import type { TouchedRole, TouchedToken } from '@/lib/domain/service-view';
import { shownAtMost, toAffectedToken, tokensIn } from '@/lib/services/roles/affected';

type Changes = Pick<MergedOperations, 'added' | 'changed' | 'gone' | 'returned'>;

/** Live limited tokens that name operations which go, come back, or act elsewhere or otherwise than before. */
export async function findTouchedTokens(
  service: string,
  { changed, gone, returned }: Changes,
  now: Date,
): Promise<Counted<TouchedToken>> {
  const codes = {
    gone: codeSet(gone),
    returned: codeSet(returned),
    changed: codeSet(changed.filter(isOfConsequence).map(({ after }) => after)),
  };
  const touchOf = (access: Access) => ({
    gone: countNamed(access, codes.gone),
    returned: countNamed(access, codes.returned),
    changed: countNamed(access, codes.changed),
  });
  if (Object.values(codes).every(({ size }) => size === 0)) return { total: 0, shown: [] };
  const isTouched = ({ access }: LiveGroup) => Object.values(touchOf(access)).some((count) => count > 0);
  const groups = (await groupTokensNaming(service, now)).filter(isTouched);
  const live = await findLiveTokens(groups, now, shownAtMost);
  return {
    total: tokensIn(groups),
    shown: live.map((each) => ({ ...toAffectedToken(each), ...touchOf(each.token.access) })),
  };
}

/** Roles whose patterns match operations that come or go. */
export async function findTouchedRoles(
  service: string,
  { added, gone, returned }: Changes,
  now: Date,
): Promise<Counted<TouchedRole>> {
  const uses = await roleUses(now);
  const touched = (await findRoles()).flatMap(({ key, name, patterns }) => {
    const concerned = patterns.filter((pattern) => pattern === '*' || pattern.startsWith(`${service}.`));
    const matching = (operations: readonly { code: string }[]) =>
      operations.filter(({ code }) => concerned.some((pattern) => matchesPattern(pattern, code))).length;
    const [gained, lost] = [matching(added) + matching(returned), matching(gone)];
    return gained + lost === 0 ? [] : [{ key, name, holderCount: uses.get(key)?.holders ?? 0, gained, lost }];
  });
  return { total: touched.length, shown: touched.slice(0, shownAtMost) };
}

/** A difference of more than words: another request, another context, or something else done to the world. */
function isOfConsequence({ differences }: Changes['changed'][number]): boolean {
  return differences.some(({ what }) => ['method', 'path', 'context', 'reach'].includes(what));
}

function codeSet(operations: readonly { code: string }[]): ReadonlySet<string> {
  return new Set(operations.map(({ code }) => code));
}

function countNamed(access: Access, codes: ReadonlySet<string>): number {
  if (access.kind === 'full' || codes.size === 0) return 0;
  const named = access.entries.flatMap((entry) => ('permissions' in entry ? entry.permissions : []));
  return new Set(named.filter((code) => codes.has(code))).size;
}
