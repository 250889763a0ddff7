import { globalContext, type Context } from './context';
import { meetPowers, type Power } from './grant';
import { matchesPattern } from './permission';
import type { Rights } from './rights';

/** What is held and what it is asked for. `codes`: the operations of the catalog that the asker has to do with. */
interface Holding {
  power: Power;
  ownerRights: Rights;
  codes: readonly string[];
}

/**
 * What a token may do now, as a list: its power met with its owner's rights (law 1), among `codes`. Says the same as
 * `decide` without conditions: a permission is allowed in a context iff it stands under it or under `global`. A permission
 * that holds globally stands nowhere else, and a context without permissions is left out.
 */
export function effectiveGrants({ power, ownerRights, codes }: Holding): Map<Context, Set<string>> {
  const held = new Map<Context, Set<string>>();
  for (const { context, patterns } of ownerRights) {
    const inContext = held.get(context) ?? new Set<string>();
    held.set(context, inContext);
    for (const code of codes)
      if (patterns.some((pattern) => matchesPattern(pattern, code))) inContext.add(code);
  }
  const met = meetPowers(power, { kind: 'limited', grants: held });
  const effective = new Map<Context, Set<string>>();
  if (met.kind === 'full') return effective;
  const everywhere = met.grants.get(globalContext);
  for (const [context, granted] of met.grants) {
    const rest =
      context === globalContext ? granted : [...granted].filter((code) => everywhere?.has(code) !== true);
    const unique = new Set(rest);
    if (unique.size > 0) effective.set(context, unique);
  }
  return effective;
}
