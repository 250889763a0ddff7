import type { LiveGroup, LiveToken } from '@/lib/db/live-tokens';
import type { RoleHolder } from '@/lib/db/role-holders';
import type { RoleHeld } from '@/lib/domain/person';
import type { AffectedPerson, AffectedToken, Counted } from '@/lib/domain/role-view';
import { formatHint } from '@/lib/domain/secret-format';

/** How many of a list a preview names; beside it stands how many there are. */
export const shownAtMost = 50;

/** People as a preview names them: all counted, the first fifty with the contexts of what `concerns` picks of their roles. */
export function toAffectedPeople(
  holders: readonly RoleHolder[],
  concerns: (held: RoleHeld) => boolean,
): Counted<AffectedPerson> {
  const shown = holders.slice(0, shownAtMost).map(({ roles, ...person }) => ({
    ...person,
    contexts: [...new Set(roles.filter(concerns).map((held) => held.context))],
  }));
  return { total: holders.length, shown };
}

/** A token as a preview names it. Never more of the secret than its hint. */
export function toAffectedToken({ token, ownerName }: LiveToken): AffectedToken {
  return { id: token.id, description: token.description, hint: formatHint(token.hint), ownerName };
}

/** How many tokens lie in some groups. */
export function tokensIn(groups: Iterable<LiveGroup>): number {
  let count = 0;
  for (const group of groups) count += group.count;
  return count;
}
