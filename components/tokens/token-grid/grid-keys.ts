import type { SelectionAction, Step } from './selection';

/** What is read of a pressed key. */
export interface PressedKey {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  shiftKey: boolean;
  altKey: boolean;
}

const steps: Record<string, Step> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  PageUp: 'pageUp',
  PageDown: 'pageDown',
  Home: 'home',
  End: 'end',
};

/** What a key does to the selection; null when it is not one of the grid's. `pageSize`: rows that fit the view. */
export function keyAction(pressed: PressedKey, pageSize: number): SelectionAction | null {
  if (pressed.altKey) return null;
  const isAdditive = pressed.ctrlKey || pressed.metaKey;
  const isRange = pressed.shiftKey;
  const step = steps[pressed.key];
  if (step !== undefined) return { kind: 'move', step, pageSize, isRange, isAdditive };
  if (pressed.key === ' ') return { kind: 'toggleAtCursor', isRange };
  if (pressed.key.toLowerCase() === 'a' && isAdditive && !isRange) return { kind: 'selectAll' };
  return pressed.key === 'Escape' ? { kind: 'clear' } : null;
}
