import type { Context } from '@/lib/domain/context';
import type { PickerIndex } from './picker-index';
import { choiceIn, contextLimit, type Choice, type PickerState } from './picker-state';

/** Puts one of the token's contexts on view. */
export function showContext(state: PickerState, context: Context): PickerState {
  return state.contexts.includes(context) ? { ...state, active: context } : state;
}

/** The contexts the person may still add, in the order of the picker. */
export function freeContexts(index: PickerIndex, state: PickerState): Context[] {
  return index.contexts.map((each) => each.context).filter((context) => !state.contexts.includes(context));
}

/** Adds a context, the next free one unless it is named, and puts it on view; the same state when none is free. */
export function addContext(index: PickerIndex, state: PickerState, named?: Context): PickerState {
  if (named !== undefined && state.contexts.includes(named)) return showContext(state, named);
  const free = freeContexts(index, state);
  const next = named ?? free.find((context) => index.tickableIn(context).size > 0) ?? free[0];
  if (next === undefined || state.contexts.length >= contextLimit) return state;
  return { ...state, contexts: [...state.contexts, next], active: next };
}

/** Takes a context out of the token. The last one stays. Its picks are remembered. */
export function removeContext(state: PickerState, context: Context): PickerState {
  const contexts = state.contexts.filter((each) => each !== context);
  const first = contexts[0];
  if (first === undefined) return state;
  return { ...state, contexts, active: state.active === context ? first : state.active };
}

/**
 * Puts another context in the place of the one on view. A context that was picked in before keeps its own choice; a
 * fresh one takes over the ticks that are held there too.
 */
export function changeContext(index: PickerIndex, state: PickerState, to: Context): PickerState {
  if (to === state.active) return state;
  if (state.contexts.includes(to)) return showContext(state, to);
  const contexts = state.contexts.map((each) => (each === state.active ? to : each));
  const choices = new Map(state.choices);
  if (!choices.has(to) && choices.has(state.active))
    choices.set(to, carried(index, choiceIn(state, state.active), to));
  return { ...state, contexts, active: to, choices };
}

function carried(index: PickerIndex, choice: Choice, to: Context): Choice {
  if (choice.kind === 'set') return { ...choice, aside: null };
  const held = index.tickableIn(to);
  // Without its origin: what is carried may happen to equal the set there, and must not turn into it.
  return { kind: 'custom', origin: null, codes: new Set([...choice.codes].filter((code) => held.has(code))) };
}
