import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accessSchema } from '@/lib/domain/grant';
import { toAccess } from './picker-access';
import { addContext, changeContext, freeContexts, removeContext, showContext } from './picker-contexts';
import { smallIndex } from './picker-fixture';
import {
  bringBack,
  checkedIn,
  choiceIn,
  chooseSet,
  pickReadOnly,
  setOperations,
  startPicker,
  tickOf,
  toggleOperation,
  toggleOperations,
  type PickerState,
} from './picker-state';

const index = smallIndex();
const codes = index.operations.map((operation) => operation.code);
const start = startPicker(index);
const shop = changeContext(index, start, 'project:shop');
const stop = 'environment.control.StopEnv';

const step: fc.Arbitrary<(state: PickerState) => PickerState> = fc.oneof(
  fc.constantFrom(...codes).map((code) => (state: PickerState) => toggleOperation(index, state, code)),
  fc
    .constantFrom(...index.groups)
    .map((group) => (state: PickerState) => toggleOperations(index, state, group.codes)),
  fc
    .constantFrom('Extended Access', 'Maven Plugin', 'Marketplace', 'Nowhere', null)
    .map((name) => (state: PickerState) => chooseSet(index, state, name)),
  fc.constantFrom('global', 'project:shop', 'project:lab').chain((context) =>
    fc.constantFrom(
      (state: PickerState) => showContext(state, context),
      (state: PickerState) => changeContext(index, state, context),
      (state: PickerState) => removeContext(state, context),
    ),
  ),
  fc.constantFrom(
    (state: PickerState) => addContext(index, state),
    (state: PickerState) => pickReadOnly(index, state),
    bringBack,
    (state: PickerState) => setOperations(index, state, codes, true),
    (state: PickerState) => setOperations(index, state, codes, false),
  ),
);
const anyState = fc
  .array(step, { maxLength: 25 })
  .map((steps) => steps.reduce((state, next) => next(state), start));

describe('the picker model', () => {
  it('never checks what is not held, by any sequence of steps', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        for (const context of [...state.contexts, ...state.choices.keys()]) {
          for (const code of checkedIn(index, state, context))
            expect(index.tickableIn(context)).toContain(code);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('ticking an operation twice changes nothing', () => {
    fc.assert(
      fc.property(anyState, fc.constantFrom(...codes), (state, code) => {
        const twice = toggleOperation(index, toggleOperation(index, state, code), code);
        expect(checkedIn(index, twice, state.active)).toEqual(checkedIn(index, state, state.active));
        expect(toAccess(index, twice)).toEqual(toAccess(index, state));
      }),
      { numRuns: 2_000 },
    );
  });

  it("a parent's state is that of its children that may be ticked", () => {
    fc.assert(
      fc.property(anyState, fc.constantFrom(...index.groups), (state, group) => {
        const mayTick = group.codes.filter((code) => index.tickableIn(state.active).has(code));
        const on = mayTick.filter((code) => checkedIn(index, state, state.active).has(code)).length;
        const expected = on === 0 ? 'none' : on === mayTick.length ? 'all' : 'some';
        expect(tickOf(index, state, group.codes)).toBe(expected);
      }),
    );
  });

  it('gives an access that the domain accepts, or names what is wrong and where', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        const result = toAccess(index, state);
        if (result.isOk) expect(accessSchema.safeParse(result.access).success).toBe(true);
        else expect(state.contexts).toContain(result.problem.context);
      }),
      { numRuns: 500 },
    );
  });

  it('touches the context on view alone', () => {
    fc.assert(
      fc.property(anyState, fc.constantFrom(...codes), (state, code) => {
        const next = toggleOperation(index, state, code);
        for (const context of state.contexts.filter((each) => each !== state.active)) {
          expect(choiceIn(next, context)).toBe(choiceIn(state, context));
        }
      }),
    );
  });
});

describe('permission sets', () => {
  it('choosing one ticks its held operations and keeps its name', () => {
    const state = chooseSet(index, shop, 'Extended Access');
    expect(checkedIn(index, state, 'project:shop')).toEqual(index.tickableIn('project:shop'));
    expect(toAccess(index, state)).toEqual({
      isOk: true,
      access: { kind: 'limited', entries: [{ context: 'project:shop', set: 'Extended Access' }] },
    });
  });

  it('one changed tick makes it Custom, and the same tick back makes it the set again', () => {
    const state = toggleOperation(index, chooseSet(index, shop, 'Maven Plugin'), stop);
    expect(choiceIn(state, 'project:shop')).toMatchObject({ kind: 'custom', origin: 'Maven Plugin' });
    expect(choiceIn(toggleOperation(index, state, stop), 'project:shop').kind).toBe('set');
  });

  it('Custom keeps the ticks of the set and is no longer tied to it', () => {
    const state = chooseSet(index, chooseSet(index, shop, 'Maven Plugin'), null);
    expect(choiceIn(state, 'project:shop')).toMatchObject({ kind: 'custom', origin: null });
    expect(checkedIn(index, state, 'project:shop').size).toBe(2);
  });

  it('hand picks that a set replaced can be brought back', () => {
    const picked = toggleOperation(index, shop, stop);
    const looked = chooseSet(index, chooseSet(index, picked, 'Maven Plugin'), 'Marketplace');
    expect([...checkedIn(index, bringBack(looked), 'project:shop')]).toEqual([stop]);
  });

  it('a set the catalog does not list is not chosen', () => {
    expect(chooseSet(index, shop, 'Nowhere')).toBe(shop);
  });
});

describe('contexts', () => {
  it('starts where the person holds most', () => {
    const elsewhere = smallIndex([{ context: 'project:lab', patterns: ['*'] }]);
    expect(startPicker(elsewhere).active).toBe('project:lab');
  });

  it('each keeps its own picks while another is on view', () => {
    const two = addContext(index, toggleOperation(index, shop, stop));
    expect(two.contexts).toEqual(['project:shop', 'global']);
    const back = showContext(toggleOperation(index, two, 'environment.control.GetEnvs'), 'project:shop');
    expect([...checkedIn(index, back, 'project:shop')]).toEqual([stop]);
    expect([...checkedIn(index, back, 'global')]).toEqual(['environment.control.GetEnvs']);
  });

  it('changing one and changing back finds the picks again', () => {
    const moved = changeContext(index, toggleOperation(index, shop, stop), 'project:lab');
    expect(checkedIn(index, moved, 'project:lab').size).toBe(0);
    expect([...checkedIn(index, changeContext(index, moved, 'project:shop'), 'project:shop')]).toEqual([
      stop,
    ]);
  });

  it('picks carried to another context stay picks by hand, whatever set they happen to equal there', () => {
    const admin = smallIndex([
      { context: 'project:shop', patterns: ['*'] },
      { context: 'project:lab', patterns: ['environment.deployment.*'] },
    ]);
    const more = toggleOperation(admin, chooseSet(admin, startPicker(admin), 'Maven Plugin'), stop);
    const there = changeContext(admin, more, 'project:lab');
    const code = 'environment.deployment.Deploy';
    const twice = toggleOperation(admin, toggleOperation(admin, there, code), code);
    expect(choiceIn(twice, 'project:lab').kind).toBe('custom');
  });

  it('the last one stays, and one in use is shown instead of standing twice', () => {
    expect(removeContext(shop, 'project:shop')).toBe(shop);
    const two = addContext(index, shop);
    expect(changeContext(index, two, 'project:shop')).toMatchObject({
      contexts: two.contexts,
      active: 'project:shop',
    });
    expect(freeContexts(index, two)).toEqual(['project:lab']);
  });
});

describe('shortcuts', () => {
  it('all read-only adds what reads and leaves the rest', () => {
    const state = pickReadOnly(index, toggleOperation(index, shop, stop));
    expect([...checkedIn(index, state, 'project:shop')].sort()).toEqual([
      'environment.control.GetEnvInfo',
      'environment.control.GetEnvs',
      stop,
      'environment.deployment.GetArchives',
    ]);
  });
});
