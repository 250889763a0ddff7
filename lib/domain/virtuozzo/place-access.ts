import { globalContext, type Context } from '@/lib/domain/context';
import { isVisibleIn, visibleContexts, type Question } from '@/lib/domain/decide';
import { codesOf, type Access, type GrantEntry } from '@/lib/domain/grant';

/** Who makes or changes the token: what it holds, of an owner with these rights. */
export interface Maker extends Pick<Question, 'power' | 'ownerRights' | 'catalog'> {
  access: Access;
}

/** Where methods go, or those that have no place. */
export type Placed =
  { isPlaced: true; access: Access } | { isPlaced: false; homeless: string[]; context: Context };

/**
 * This API knows no contexts. A new token holds a method in `global` where its maker does, else in each project where the
 * maker does. An edit keeps a method where the token has it, and adds others within the contexts that the token has: naming
 * what a token holds never carries it into a place where it was not (decision 12).
 */
export function placeMethods(codes: readonly string[], maker: Maker, before: Access | null): Placed {
  const stays = boundsOf(before);
  const byContext = new Map<Context, string[]>();
  const homeless: string[] = [];
  for (const code of new Set(codes)) {
    const kept = contextsOf(code, before, maker);
    const visible = kept.length > 0 ? kept : visibleContexts({ ...maker, permission: code });
    const places =
      stays === null || kept.length > 0 ? visible : stays.filter((context) => isVisibleIn(visible, context));
    if (places.length === 0) homeless.push(code);
    for (const context of places) byContext.set(context, [...(byContext.get(context) ?? []), code]);
  }
  if (homeless.length > 0) return { isPlaced: false, homeless, context: stays?.[0] ?? globalContext };
  const entries = [...byContext].map(([context, permissions]) => ({ context, permissions }));
  return { isPlaced: true, access: { kind: 'limited', entries } };
}

/** A set stays within the contexts of the token; a new one is in `global`, or where a limited maker holds that very set. */
export function placeSet(set: string, maker: Maker, before: Access | null): Access {
  const own = maker.access.kind === 'limited' ? maker.access.entries.filter(isSet(set)) : [];
  const contexts = boundsOf(before) ?? own.map(({ context }) => context);
  const places = contexts.length === 0 || contexts.includes(globalContext) ? [globalContext] : contexts;
  return { kind: 'limited', entries: places.map((context) => ({ context, set })) };
}

const isSet = (set: string) => (entry: GrantEntry) => 'set' in entry && entry.set === set;

/** The contexts that a token may not leave; null where it is everywhere already, or does not exist yet. */
function boundsOf(before: Access | null): Context[] | null {
  if (before?.kind !== 'limited') return null;
  const contexts = before.entries.map(({ context }) => context);
  return contexts.includes(globalContext) ? null : contexts;
}

function contextsOf(code: string, before: Access | null, { catalog }: Maker): Context[] {
  if (before?.kind !== 'limited') return [];
  return before.entries
    .filter((entry) => codesOf(entry, catalog).includes(code))
    .map(({ context }) => context);
}
