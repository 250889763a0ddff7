import { describe, expect, it } from 'vitest';
import { keyAction } from './grid-keys';

const bare = { ctrlKey: false, metaKey: false, shiftKey: false, altKey: false };

describe('the keys of the grid', () => {
  it('arrows and page keys move; Shift stretches, Ctrl and Cmd walk', () => {
    expect(keyAction({ ...bare, key: 'ArrowDown' }, 9)).toEqual({
      kind: 'move',
      step: 'down',
      pageSize: 9,
      isRange: false,
      isAdditive: false,
    });
    expect(keyAction({ ...bare, key: 'PageUp', shiftKey: true }, 9)).toMatchObject({
      step: 'pageUp',
      isRange: true,
    });
    expect(keyAction({ ...bare, key: 'End', metaKey: true }, 9)).toMatchObject({
      step: 'end',
      isAdditive: true,
    });
  });

  it('Space toggles, Escape clears, Ctrl+A selects all, also with caps lock', () => {
    expect(keyAction({ ...bare, key: ' ' }, 9)).toEqual({ kind: 'toggleAtCursor', isRange: false });
    expect(keyAction({ ...bare, key: 'Escape' }, 9)).toEqual({ kind: 'clear' });
    expect(keyAction({ ...bare, key: 'A', ctrlKey: true }, 9)).toEqual({ kind: 'selectAll' });
  });

  it('leaves every other key to the browser', () => {
    const others = [
      { key: 'a' },
      { key: 'Tab' },
      { key: 'ArrowLeft', altKey: true },
      { key: 'c', ctrlKey: true },
    ];
    for (const other of others) expect(keyAction({ ...bare, ...other }, 9)).toBeNull();
  });
});
