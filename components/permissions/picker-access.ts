import type { Context } from '@/lib/domain/context';
import type { Access, Grant, GrantEntry } from '@/lib/domain/grant';
import type { PickerIndex } from './picker-index';
import { choiceIn, startPicker, withdrawnIn, type Choice, type PickerState } from './picker-state';

/** Why no access can be made of the picks; `context` is the one to look at. */
export interface PickProblem {
  kind: 'nothing_picked' | 'too_many';
  context: Context;
  message: string;
}

export type PickResult = { isOk: true; access: Access } | { isOk: false; problem: PickProblem };

const permissionLimit = 10_000;

/** The limited access that is picked, as accessSchema takes it: codes in the order of the picker. */
export function toAccess(index: PickerIndex, state: PickerState): PickResult {
  const entries: GrantEntry[] = [];
  for (const context of state.contexts) {
    const choice = choiceIn(state, context);
    if (choice.kind === 'set') {
      entries.push({ context, set: choice.name });
      continue;
    }
    const withdrawn = withdrawnIn(state, context);
    const problem = problemOf(choice.codes.size + withdrawn.size, context, state.contexts.length);
    if (problem !== null) return { isOk: false, problem };
    entries.push({ context, permissions: [...inOrder(index, choice.codes), ...withdrawn] });
  }
  return { isOk: true, access: { kind: 'limited', entries } };
}

/**
 * The picker's state for an access that exists. `lost` names what cannot be picked again: permissions that are not held
 * any more, and sets the catalog no longer lists. With `mayKeep`, as in Edit, those permissions stay as withdrawn.
 */
export function fromAccess(
  index: PickerIndex,
  access: Access,
  mayKeep: boolean,
): { state: PickerState; lost: Grant[] } {
  if (access.kind === 'full') return { state: startPicker(index), lost: [] };
  const lost: Grant[] = [];
  const choices = new Map<Context, Choice>();
  const withdrawn = new Map<Context, ReadonlySet<string>>();
  for (const entry of access.entries) {
    const { choice, left } = choiceOf(index, entry);
    choices.set(entry.context, choice);
    lost.push(...left.map((permission) => ({ permission, context: entry.context })));
    if (mayKeep && 'permissions' in entry && left.length > 0) withdrawn.set(entry.context, new Set(left));
  }
  const contexts = access.entries.map((entry) => entry.context);
  return { state: { contexts, active: contexts[0] ?? 'global', choices, withdrawn }, lost };
}

/** The same picks under other rights or another catalog: what cannot be ticked any more is taken out and named. */
export function reconcile(index: PickerIndex, state: PickerState): { state: PickerState; lost: Grant[] } {
  const lost: Grant[] = [];
  const choices = new Map<Context, Choice>();
  for (const [context, before] of state.choices) {
    const entry: GrantEntry =
      before.kind === 'set' ? { context, set: before.name } : { context, permissions: [...before.codes] };
    const { choice, left } = choiceOf(index, entry);
    choices.set(context, choice.kind === 'set' ? before : choice);
    if (state.contexts.includes(context)) lost.push(...left.map((permission) => ({ permission, context })));
  }
  return { state: { ...state, choices }, lost };
}

function choiceOf(index: PickerIndex, entry: GrantEntry): { choice: Choice; left: string[] } {
  if ('set' in entry) {
    if (index.catalog.sets.has(entry.set))
      return { choice: { kind: 'set', name: entry.set, aside: null }, left: [] };
    return { choice: { kind: 'custom', codes: new Set(), origin: null }, left: [entry.set] };
  }
  const tickable = index.tickableIn(entry.context);
  const codes = new Set(entry.permissions.filter((code) => tickable.has(code)));
  const left = entry.permissions.filter((code) => !tickable.has(code));
  return { choice: { kind: 'custom', codes, origin: null }, left };
}

function problemOf(size: number, context: Context, contextCount: number): PickProblem | null {
  if (size > permissionLimit) {
    return { kind: 'too_many', context, message: 'A token holds at most 10,000 permissions in one context.' };
  }
  if (size > 0) return null;
  const message =
    contextCount > 1
      ? `Nothing is picked in ${context}. Pick a permission there, or take that context out.`
      : 'Limited access needs at least one permission.';
  return { kind: 'nothing_picked', context, message };
}

function inOrder(index: PickerIndex, codes: ReadonlySet<string>): string[] {
  return index.operations.map((operation) => operation.code).filter((code) => codes.has(code));
}
