import { describe, expect, it } from 'vitest';
import type { Access } from '@/lib/domain/grant';
import { fromAccess, reconcile, toAccess } from './picker-access';
import { smallIndex } from './picker-fixture';
import { checkedIn, dropWithdrawn, setOperations, startPicker, toggleOperation } from './picker-state';
import { addContext } from './picker-contexts';

const index = smallIndex();

const narrowed: Access & { kind: 'limited' } = {
  kind: 'limited',
  entries: [
    {
      context: 'project:shop',
      permissions: ['environment.control.StopEnv', 'environment.control.DeleteEnv', 'a.b.C'],
    },
    { context: 'project:lab', set: 'Old Set' },
  ],
};

describe('access and the picker', () => {
  it('gives back the access it was made of', () => {
    const access: Access = {
      kind: 'limited',
      entries: [
        {
          context: 'project:shop',
          permissions: ['environment.control.StartEnv', 'environment.control.StopEnv'],
        },
        { context: 'global', set: 'Marketplace' },
      ],
    };
    const { state, lost } = fromAccess(index, access, false);
    expect(lost).toEqual([]);
    expect(toAccess(index, state)).toEqual({ isOk: true, access });
  });

  it('leaves out and names what is no longer held or no longer listed', () => {
    const { state, lost } = fromAccess(index, narrowed, false);
    expect(lost).toEqual([
      { permission: 'environment.control.DeleteEnv', context: 'project:shop' },
      { permission: 'a.b.C', context: 'project:shop' },
      { permission: 'Old Set', context: 'project:lab' },
    ]);
    expect(toAccess(index, state)).toMatchObject({ isOk: false, problem: { context: 'project:lab' } });
  });

  it('an edited token keeps what was withdrawn, unticked, until it is taken out', () => {
    const entry = narrowed.entries.slice(0, 1);
    const { state } = fromAccess(index, { kind: 'limited', entries: entry }, true);
    expect(checkedIn(index, state, 'project:shop').size).toBe(1);
    expect(toAccess(index, state)).toEqual({ isOk: true, access: { kind: 'limited', entries: entry } });
    expect(toAccess(index, dropWithdrawn(state))).toMatchObject({
      access: { entries: [{ permissions: ['environment.control.StopEnv'] }] },
    });
  });

  it('an empty list is a named problem, at its context', () => {
    expect(toAccess(index, startPicker(index))).toEqual({
      isOk: false,
      problem: {
        kind: 'nothing_picked',
        context: 'project:shop',
        message: 'Limited access needs at least one permission.',
      },
    });
    const two = addContext(index, toggleOperation(index, startPicker(index), 'environment.control.GetEnvs'));
    expect(toAccess(index, two)).toMatchObject({ problem: { context: 'global' } });
  });

  it('rights that shrink take ticks out and say which', () => {
    const state = setOperations(
      index,
      { ...startPicker(index), contexts: ['project:shop'], active: 'project:shop' },
      ['environment.control.StopEnv', 'environment.control.StartEnv'],
      true,
    );
    const narrower = smallIndex([{ context: 'project:shop', patterns: ['environment.control.StartEnv'] }]);
    const after = reconcile(narrower, state);
    expect(after.lost).toEqual([{ permission: 'environment.control.StopEnv', context: 'project:shop' }]);
    expect(toAccess(narrower, after.state)).toMatchObject({
      access: { entries: [{ permissions: ['environment.control.StartEnv'] }] },
    });
  });
});
