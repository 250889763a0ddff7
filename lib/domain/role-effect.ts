import type { Catalog } from './catalog';
import { coversContext, globalContext } from './context';
import { isVisibleIn, visibleContexts } from './decide';
import { grantsOf, powerIncludes, type Grant, type Power } from './grant';
import { matchesPattern } from './permission';
import type { Rights } from './rights';
import { coversPattern, coversRole } from './role-cover';

/** What a token could do before and not after (`lost`), and the reverse. */
export interface TokenEffect {
  lost: Grant[];
  gained: Grant[];
}

/**
 * How a change of its owner's rights changes what a limited token can do: grants ∩ rights before and after, each in the
 * widest contexts. Full access names no grants and gives nothing here.
 */
export function tokenEffect(power: Power, before: Rights, after: Rights, catalog: Catalog): TokenEffect {
  const effect: TokenEffect = { lost: [], gained: [] };
  for (const permission of new Set(grantsOf(power).map((grant) => grant.permission))) {
    const contextsUnder = (ownerRights: Rights) =>
      visibleContexts({ power, ownerRights, permission, catalog });
    const [held, holding] = [contextsUnder(before), contextsUnder(after)];
    for (const context of held) if (!isVisibleIn(holding, context)) effect.lost.push({ permission, context });
    for (const context of holding)
      if (!isVisibleIn(held, context)) effect.gained.push({ permission, context });
  }
  return effect;
}

/** The patterns that give something which the former ones did not. */
export function addedPatterns(before: readonly string[], after: readonly string[]): string[] {
  return after.filter((pattern) => !before.some((former) => coversPattern(former, pattern)));
}

/**
 * The patterns that whoever has these rights and this power may not put into a role: a role can be given in any context,
 * so they must hold all of it everywhere. A limited token gives away single operations only: a wildcard may grow.
 */
export function beyondGiving(patterns: readonly string[], rights: Rights, power: Power): string[] {
  const mayPass = (pattern: string) => power.kind === 'full' || powerIncludes(power, pattern, globalContext);
  return patterns.filter((pattern) => !mayPass(pattern) || !coversRole(rights, [pattern], globalContext));
}

/** The patterns that someone holds everywhere. */
export function patternsHeldEverywhere(rights: Rights): string[] {
  return [
    ...new Set(
      rights
        .filter((right) => coversContext(right.context, globalContext))
        .flatMap((right) => right.patterns),
    ),
  ];
}

/** The operations of the catalog that the patterns match, in catalog order; and the patterns that match none. */
export function matchedBy(
  patterns: readonly string[],
  catalog: Catalog,
): { codes: string[]; unmatched: string[] } {
  const all = [...catalog.byCode.keys()];
  return {
    codes: all.filter((code) => patterns.some((pattern) => matchesPattern(pattern, code))),
    unmatched: patterns.filter((pattern) => !all.some((code) => matchesPattern(pattern, code))),
  };
}
