import { coversContext, type Context } from './context';
import type { Rights } from './rights';

/** True when everything that `inner` includes, `outer` includes too. */
export function coversPattern(outer: string, inner: string): boolean {
  if (outer === '*' || outer === inner) return true;
  return outer.endsWith('.*') && inner.startsWith(outer.slice(0, -1));
}

/** True when the rights hold all that these patterns give in a context: nobody gives away what they do not hold. */
export function coversRole(rights: Rights, patterns: readonly string[], context: Context): boolean {
  return patterns.every((inner) =>
    rights.some(
      (right) =>
        coversContext(right.context, context) && right.patterns.some((outer) => coversPattern(outer, inner)),
    ),
  );
}
