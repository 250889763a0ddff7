import type { Catalog } from '@/lib/domain/catalog';
import { coversContext } from '@/lib/domain/context';
import type { MissingPermission } from '@/lib/domain/errors';
import type { Access, GrantEntry, Power } from '@/lib/domain/grant';
import { beyond } from '@/lib/domain/within';
import type { Holder } from './require-holder';

type Limits = Pick<Holder, 'power' | 'access' | 'ownerRights'>;

/**
 * What an access asks beyond its maker (laws 1 and 2); empty means within. Picked permissions must be held now, except
 * those that stand in `kept` already. A named set bounds itself by the owner's rights, as it grows; so a limited token may
 * name only a set that it holds itself, or the next version of the set would make the new token the stronger one.
 */
export function missingFor(
  access: Access,
  limits: Limits,
  kept: Access | null,
  catalog: Catalog,
): MissingPermission[] {
  if (access.kind === 'full') return beyond({ kind: 'full' }, limits.power, limits.ownerRights, catalog);
  return access.entries.flatMap((entry) => {
    const { context } = entry;
    if ('set' in entry) {
      if (mayNameSet(entry, limits)) return [];
      const members = [...(catalog.sets.get(entry.set) ?? [])];
      // A set without members today may have some tomorrow.
      return (members.length > 0 ? members : ['*']).map((permission) => ({ permission, context }));
    }
    const stays = limits.power.kind === 'full' ? keptCodes(kept, context) : new Set<string>();
    const permissions = entry.permissions.filter((code) => !stays.has(code));
    const wanted: Power = { kind: 'limited', grants: new Map([[context, new Set(permissions)]]) };
    return beyond(wanted, limits.power, limits.ownerRights, catalog);
  });
}

/** The codes picked by hand in a context of an access. */
export function keptCodes(access: Access | null, context: string): ReadonlySet<string> {
  if (access?.kind !== 'limited') return new Set();
  return new Set(
    access.entries.flatMap((entry) =>
      entry.context === context && 'permissions' in entry ? entry.permissions : [],
    ),
  );
}

function mayNameSet(wanted: GrantEntry & { set: string }, { power, access }: Limits): boolean {
  if (power.kind === 'full') return true;
  if (access.kind === 'full') return false;
  return access.entries.some(
    (entry) => 'set' in entry && entry.set === wanted.set && coversContext(entry.context, wanted.context),
  );
}
