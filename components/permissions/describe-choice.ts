import type { Context } from '@/lib/domain/context';
import type { PickerIndex } from './picker-index';
import { choiceIn, type PickerState } from './picker-state';

/**
 * One sentence under Permission set: how the picks compare with a set ("Maven Plugin with 3 more"), how much of a set
 * the token can use. Empty when there is nothing to say.
 */
export function describeChoice(index: PickerIndex, state: PickerState, context: Context): string {
  const choice = choiceIn(state, context);
  if (choice.kind === 'set') return describeSet(index, choice.name, context);
  if (choice.codes.size === 0) return '';
  const near = choice.origin ?? nearestSet(index, choice.codes, context);
  return near === null ? '' : compare(near, index.tickableOfSet(near, context), choice.codes);
}

/** The set whose held part is closest to the codes; null when less than half of either is shared. */
export function nearestSet(index: PickerIndex, codes: ReadonlySet<string>, context: Context): string | null {
  let nearest: { name: string; distance: number } | null = null;
  for (const { name } of index.catalog.permissionSets) {
    const members = index.tickableOfSet(name, context);
    const shared = [...codes].filter((code) => members.has(code)).length;
    const distance = codes.size + members.size - 2 * shared;
    if (shared * 2 < Math.max(codes.size, members.size) || members.size === 0) continue;
    if (nearest === null || distance < nearest.distance) nearest = { name, distance };
  }
  return nearest?.name ?? null;
}

function describeSet(index: PickerIndex, name: string, context: Context): string {
  const all = index.catalog.sets.get(name)?.size ?? 0;
  const missing = all - index.tickableOfSet(name, context).size;
  const kept = 'It is kept by its name: a later version of the set applies.';
  if (missing === 0) return kept;
  const why = `not held in ${context}`;
  if (missing === all) return `The token can use none of it: ${why}. ${kept}`;
  return `The token can use ${all - missing} of its ${all}; the rest is ${why}. ${kept}`;
}

function compare(name: string, members: ReadonlySet<string>, codes: ReadonlySet<string>): string {
  const more = [...codes].filter((code) => !members.has(code)).length;
  const fewer = [...members].filter((code) => !codes.has(code)).length;
  if (more === 0 && fewer === 0) return `The same as ${name} today, kept as a list of your own.`;
  const parts = [more > 0 ? `with ${more} more` : '', fewer > 0 ? `without ${fewer}` : ''].filter(
    (part) => part !== '',
  );
  return `${name} ${parts.join(' and ')}.`;
}
