/**
 * Zod asks once whether it may compile validators with `new Function`. Our policy refuses, and the browser reports that as
 * a violation. This is zod's own switch for such pages, set on its global because importing zod here would bring it to
 * every page.
 */
export function keepZodFromEval(): void {
  if (typeof window === 'undefined') return;
  const holder = globalThis as { __zod_globalConfig?: { jitless?: boolean } };
  holder.__zod_globalConfig ??= {};
  holder.__zod_globalConfig.jitless = true;
}
