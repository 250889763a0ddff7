import type { Context } from '@/lib/domain/context';
import type { PickerIndex } from './picker-index';

/** At most so many contexts in one token, as the domain's accessSchema says. */
export const contextLimit = 50;

/**
 * What is picked in one context: a set by its name, or codes by hand. `origin` is the set the hand picks began from:
 * ticking back to exactly that set becomes the set again. `aside` keeps hand picks that choosing a set replaced.
 */
export type Choice =
  | { kind: 'set'; name: string; aside: ReadonlySet<string> | null }
  | { kind: 'custom'; codes: ReadonlySet<string>; origin: string | null };

/**
 * What the picker holds: the token's contexts, the one on view, and each context's choice. Choices outlive their
 * context's place in `contexts`, so that going back to a context finds what was picked there.
 */
export interface PickerState {
  contexts: readonly Context[];
  active: Context;
  choices: ReadonlyMap<Context, Choice>;
  /**
   * Hand-picked permissions that an edited token has but that cannot be ticked now. They stay in the token, of no
   * effect until they are held again, unless they are taken out. Never counted as ticked.
   */
  withdrawn: ReadonlyMap<Context, ReadonlySet<string>>;
}

const nothingPicked: Choice = { kind: 'custom', codes: new Set(), origin: null };

/** The choice of a context; nothing picked when it has none yet. */
export function choiceIn(state: PickerState, context: Context): Choice {
  return state.choices.get(context) ?? nothingPicked;
}

/** The ticked operations of a context: never one that cannot be ticked there. */
export function checkedIn(index: PickerIndex, state: PickerState, context: Context): ReadonlySet<string> {
  const choice = choiceIn(state, context);
  return choice.kind === 'set' ? index.tickableOfSet(choice.name, context) : choice.codes;
}

/** The withdrawn permissions that stay in a context: only beside hand picks, a set is kept by its name alone. */
export function withdrawnIn(state: PickerState, context: Context): ReadonlySet<string> {
  return choiceIn(state, context).kind === 'custom' ? (state.withdrawn.get(context) ?? new Set()) : new Set();
}

/** Takes the withdrawn permissions out of the context on view. */
export function dropWithdrawn(state: PickerState): PickerState {
  const withdrawn = new Map(state.withdrawn);
  withdrawn.delete(state.active);
  return { ...state, withdrawn };
}

/** An empty pick, in the context where the person holds most; the first of them when there are several. */
export function startPicker(index: PickerIndex): PickerState {
  const known = index.contexts.map(({ context }) => ({ context, size: index.tickableIn(context).size }));
  const most = Math.max(0, ...known.map((each) => each.size));
  const active = known.find((each) => each.size === most)?.context ?? 'global';
  return { contexts: [active], active, choices: new Map(), withdrawn: new Map() };
}

/** Ticks or clears operations in the context on view. What cannot be ticked there is left alone. */
export function setOperations(
  index: PickerIndex,
  state: PickerState,
  codes: Iterable<string>,
  isOn: boolean,
): PickerState {
  const tickable = index.tickableIn(state.active);
  const next = new Set(checkedIn(index, state, state.active));
  for (const code of codes) {
    if (!tickable.has(code)) continue;
    if (isOn) next.add(code);
    else next.delete(code);
  }
  return isSame(next, checkedIn(index, state, state.active)) ? state : withCodes(index, state, next);
}

/** Turns one operation over, in the context on view. */
export function toggleOperation(index: PickerIndex, state: PickerState, code: string): PickerState {
  return setOperations(index, state, [code], !checkedIn(index, state, state.active).has(code));
}

/** Turns a group over: all on, unless all that may be ticked are on already; then all off. */
export function toggleOperations(
  index: PickerIndex,
  state: PickerState,
  codes: readonly string[],
): PickerState {
  return setOperations(index, state, codes, tickOf(index, state, codes) !== 'all');
}

/** Ticks everything that only reads, and leaves the other ticks. */
export function pickReadOnly(index: PickerIndex, state: PickerState): PickerState {
  const reading = index.operations.filter((operation) => operation.reach === 'reads');
  return setOperations(
    index,
    state,
    reading.map((operation) => operation.code),
    true,
  );
}

/** Chooses a set by its name, or null for Custom: the ticks then stay and can be changed by hand. */
export function chooseSet(index: PickerIndex, state: PickerState, name: string | null): PickerState {
  const before = choiceIn(state, state.active);
  if (name === null) {
    if (before.kind === 'custom') return state;
    return withChoice(state, { kind: 'custom', codes: checkedIn(index, state, state.active), origin: null });
  }
  if (!index.catalog.sets.has(name)) return state;
  const aside = before.kind === 'set' ? before.aside : before.codes.size > 0 ? before.codes : null;
  return withChoice(state, { kind: 'set', name, aside });
}

/** Brings back the hand picks that choosing a set put aside. */
export function bringBack(state: PickerState): PickerState {
  const before = choiceIn(state, state.active);
  if (before.kind !== 'set' || before.aside === null) return state;
  return withChoice(state, { kind: 'custom', codes: before.aside, origin: null });
}

export type Tick = 'none' | 'some' | 'all';

/** The state of a parent over the children that may be ticked in the context on view. */
export function tickOf(index: PickerIndex, state: PickerState, codes: readonly string[]): Tick {
  const tickable = index.tickableIn(state.active);
  const checked = checkedIn(index, state, state.active);
  const mayTick = codes.filter((code) => tickable.has(code));
  const on = mayTick.filter((code) => checked.has(code)).length;
  if (on === 0) return 'none';
  return on === mayTick.length ? 'all' : 'some';
}

function withCodes(index: PickerIndex, state: PickerState, codes: ReadonlySet<string>): PickerState {
  const before = choiceIn(state, state.active);
  const origin = before.kind === 'set' ? before.name : before.origin;
  if (origin !== null && isSame(codes, index.tickableOfSet(origin, state.active))) {
    return withChoice(state, { kind: 'set', name: origin, aside: null });
  }
  return withChoice(state, { kind: 'custom', codes, origin });
}

function withChoice(state: PickerState, choice: Choice): PickerState {
  return { ...state, choices: new Map(state.choices).set(state.active, choice) };
}

function isSame(left: ReadonlySet<string>, right: ReadonlySet<string>): boolean {
  return left.size === right.size && [...left].every((code) => right.has(code));
}
