import type { Catalog } from './catalog';
import { decide } from './decide';
import type { MissingPermission } from './errors';
import { grantsOf, type Power } from './grant';
import type { Rights } from './rights';

/**
 * What `wanted` asks beyond what `holder` (a token's power, or `full` for a person) of an owner with these rights may
 * give (laws 1 and 2). Empty means: within. Wanting full access needs a full holder; the owner's rights bound it later.
 */
export function beyond(
  wanted: Power,
  holder: Power,
  ownerRights: Rights,
  catalog: Catalog,
): MissingPermission[] {
  if (wanted.kind === 'full') {
    return holder.kind === 'full' ? [] : [{ permission: '*', context: 'global' }];
  }
  return grantsOf(wanted).filter(
    ({ permission, context }) =>
      !decide({ power: holder, ownerRights, permission, context, catalog }).isAllowed,
  );
}
