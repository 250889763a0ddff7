import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  cursorIn,
  nextSelection,
  nothingSelected,
  selectedIn,
  type Selection,
  type SelectionAction,
  type Step,
} from './selection';

const order = ['a', 'b', 'c', 'd', 'e', 'f'];
const press = (id: string, isRange = false, isAdditive = false): SelectionAction => ({
  kind: 'press',
  id,
  isRange,
  isAdditive,
});
const move = (step: Step, isRange = false, isAdditive = false): SelectionAction => ({
  kind: 'move',
  step,
  pageSize: 3,
  isRange,
  isAdditive,
});
const after = (actions: SelectionAction[], rows = order, from: Selection = nothingSelected) =>
  actions.reduce((state, action) => nextSelection(state, action, rows), from);
const ids = (state: Selection) => [...state.selectedIds].sort().join('');

describe('the mouse', () => {
  it('a click selects one row and nothing else', () => {
    expect(ids(after([press('b'), press('d')]))).toBe('d');
  });

  it('Ctrl-click adds and takes away, and never touches the others', () => {
    expect(
      ids(after([press('b'), press('d', false, true), press('e', false, true), press('d', false, true)])),
    ).toBe('be');
  });

  it('Shift-click selects from the last plain click, up and down, and replaces what it selected before', () => {
    expect(ids(after([press('c'), press('e', true)]))).toBe('cde');
    expect(ids(after([press('c'), press('e', true), press('a', true)]))).toBe('abc');
  });

  it('Shift-click starts at the row last added by Ctrl', () => {
    expect(ids(after([press('a'), press('d', false, true), press('f', true)]))).toBe('def');
  });

  it('Ctrl-Shift-click adds the range to what is selected', () => {
    expect(ids(after([press('a'), press('d', false, true), press('f', true, true)]))).toBe('adef');
  });

  it('Shift-click with nothing chosen yet starts at the first row', () => {
    expect(ids(after([press('c', true)]))).toBe('abc');
  });

  it('a checkbox adds one row; with Shift all rows up to it', () => {
    expect(
      ids(
        after([
          press('a'),
          { kind: 'check', id: 'c', isRange: false },
          { kind: 'check', id: 'e', isRange: true },
        ]),
      ),
    ).toBe('acde');
  });

  it('the checkbox in the head selects all that can be seen, then none of it', () => {
    const all = after([press('b'), { kind: 'checkAll' }]);
    expect(ids(all)).toBe('abcdef');
    expect(ids(after([{ kind: 'checkAll' }], order, all))).toBe('');
    expect(ids(after([press('f'), { kind: 'checkAll' }], order))).toBe('abcdef');
  });
});

describe('the keyboard', () => {
  it('an arrow moves the cursor and selects its row', () => {
    const state = after([press('b'), move('down')]);
    expect([ids(state), state.cursorId]).toEqual(['c', 'c']);
  });

  it('the first arrow goes to the first row', () => {
    expect(after([move('down')]).cursorId).toBe('a');
  });

  it('Shift with arrows stretches and shrinks from the anchor', () => {
    expect(ids(after([press('c'), move('down', true), move('down', true)]))).toBe('cde');
    expect(ids(after([press('c'), move('down', true), move('up', true), move('up', true)]))).toBe('bc');
  });

  it('Ctrl with arrows moves the cursor alone; Space then adds its row', () => {
    const walked = after([press('b'), move('down', false, true), move('down', false, true)]);
    expect([ids(walked), walked.cursorId]).toEqual(['b', 'd']);
    expect(ids(after([{ kind: 'toggleAtCursor', isRange: false }], order, walked))).toBe('bd');
  });

  it('Space on a grid just entered selects the first row', () => {
    expect(ids(after([{ kind: 'toggleAtCursor', isRange: false }]))).toBe('a');
  });

  it('Home, End and the page keys stop at the ends', () => {
    expect(after([press('c'), move('end')]).cursorId).toBe('f');
    expect(after([press('c'), move('home')]).cursorId).toBe('a');
    expect(after([press('e'), move('pageDown')]).cursorId).toBe('f');
    expect(after([press('b'), move('pageUp')]).cursorId).toBe('a');
    expect(ids(after([press('b'), move('pageDown', true)]))).toBe('bcde');
  });

  it('Escape clears the selection and leaves the cursor where it is', () => {
    const state = after([press('b'), press('d', true), { kind: 'clear' }]);
    expect([ids(state), state.cursorId]).toEqual(['', 'd']);
  });
});

describe('sorting, filtering and removal', () => {
  it('a range runs in the order that is seen', () => {
    expect(ids(after([press('a', true)], ['f', 'a', 'e', 'b'], after([press('e')])))).toBe('ae');
  });

  it('a hidden row keeps its mark, but no tool acts on it', () => {
    const state = after([press('a'), press('d', false, true)]);
    expect(selectedIn(state, ['b', 'c', 'd'])).toEqual(['d']);
    expect(selectedIn(state, order)).toEqual(['a', 'd']);
  });

  it('the head checkbox leaves hidden rows alone', () => {
    const state = after([{ kind: 'checkAll' }, { kind: 'checkAll' }], ['b', 'c'], after([press('a')]));
    expect(ids(state)).toBe('a');
  });

  it('a range whose anchor is hidden starts at the cursor', () => {
    const state = after([press('a'), move('down', false, true), move('down', false, true)]);
    expect(ids(after([press('e', true)], ['b', 'c', 'd', 'e'], state))).toBe('cde');
  });

  it('when the row of the cursor is removed, the cursor steps to the next that stays', () => {
    expect(after([press('c'), { kind: 'forget', ids: new Set(['c', 'd']) }]).cursorId).toBe('e');
    expect(after([press('f'), { kind: 'forget', ids: new Set(['f']) }]).cursorId).toBe('e');
    expect(after([press('a'), { kind: 'forget', ids: new Set(order) }])).toEqual(nothingSelected);
  });
});

describe('for every sequence of actions', () => {
  const id = fc.constantFrom(...order);
  const flags = { isRange: fc.boolean(), isAdditive: fc.boolean() };
  const step = fc.constantFrom<Step>('up', 'down', 'pageUp', 'pageDown', 'home', 'end');
  const action: fc.Arbitrary<SelectionAction> = fc.oneof(
    fc.record({ kind: fc.constant('press' as const), id, ...flags }),
    fc.record({ kind: fc.constant('check' as const), id, isRange: fc.boolean() }),
    fc.record({
      kind: fc.constant('move' as const),
      step,
      pageSize: fc.integer({ min: 1, max: 9 }),
      ...flags,
    }),
    fc.record({ kind: fc.constant('toggleAtCursor' as const), isRange: fc.boolean() }),
    fc.constantFrom<SelectionAction>({ kind: 'checkAll' }, { kind: 'selectAll' }, { kind: 'clear' }),
  );
  const actions = fc.array(action, { maxLength: 30 });

  it('nothing is selected that is not in the list, and the cursor stands in it', () => {
    fc.assert(
      fc.property(actions, (list) => {
        const state = after(list);
        expect([...state.selectedIds].every((each) => order.includes(each))).toBe(true);
        expect(order).toContain(cursorIn(state, order));
      }),
    );
  });

  it('a plain click forgets everything before it', () => {
    fc.assert(
      fc.property(actions, id, (list, chosen) => {
        expect(after([...list, press(chosen)])).toEqual(after([press(chosen)]));
      }),
    );
  });

  it('a stretch to one row and then another is the same as to the other at once', () => {
    fc.assert(
      fc.property(actions, id, id, (list, first, second) => {
        const before = after([...list, press('c', false, true)]);
        expect(after([press(first, true), press(second, true)], order, before)).toEqual(
          after([press(second, true)], order, before),
        );
      }),
    );
  });

  it('a stretch selects one unbroken run from the anchor to the cursor', () => {
    fc.assert(
      fc.property(actions, id, (list, chosen) => {
        const state = after([...list, press(chosen, true)]);
        const places = [...state.selectedIds]
          .map((each) => order.indexOf(each))
          .sort((left, right) => left - right);
        expect((places.at(-1) ?? 0) - (places[0] ?? 0)).toBe(places.length - 1);
        expect(state.selectedIds.has(chosen) && state.selectedIds.has(state.anchorId ?? '')).toBe(true);
      }),
    );
  });

  it('toggling a row twice changes no selection', () => {
    fc.assert(
      fc.property(actions, id, (list, chosen) => {
        expect(ids(after([...list, press(chosen, false, true), press(chosen, false, true)]))).toBe(
          ids(after(list)),
        );
      }),
    );
  });

  it('moving with Ctrl never changes what is selected', () => {
    fc.assert(
      fc.property(actions, step, (list, where) => {
        expect(ids(after([...list, move(where, false, true)]))).toBe(ids(after(list)));
      }),
    );
  });

  it('no removed row stays selected, and the cursor never stands on one', () => {
    fc.assert(
      fc.property(actions, fc.uniqueArray(id), (list, removed) => {
        const gone = new Set(removed);
        const state = nextSelection(after(list), { kind: 'forget', ids: gone }, order);
        for (const each of gone) {
          expect(state.selectedIds.has(each)).toBe(false);
          expect(state.cursorId === each || state.anchorId === each).toBe(false);
        }
      }),
    );
  });
});
