import { describe, expect, it } from 'vitest';
import { fromAccess, toAccess } from '@/components/permissions/picker-access';
import { smallIndex } from '@/components/permissions/picker-fixture';
import type { Access } from '@/lib/domain/grant';
import { withGrants } from './requested-grants';

const index = smallIndex();
const start = 'environment.control.StartEnv';
const stop = 'environment.control.StopEnv';
const list = 'environment.control.GetEnvs';
const deploy = ['environment.deployment.GetArchives', 'environment.deployment.Deploy'];
const inShop = (permission: string) => ({ permission, context: 'project:shop' });
const afterwards = (
  entries: Extract<Access, { kind: 'limited' }>['entries'],
  wanted: readonly { permission: string; context: string }[],
) => {
  const { state } = fromAccess(index, { kind: 'limited', entries }, true);
  const next = withGrants(index, state, wanted);
  return { next, result: toAccess(index, next), state };
};

describe('grants that are asked for', () => {
  it('are ticked beside what the token has, and nothing else is', () => {
    const { result, next } = afterwards([{ context: 'project:shop', permissions: [start] }], [inShop(stop)]);
    expect(result).toEqual({
      isOk: true,
      access: { kind: 'limited', entries: [{ context: 'project:shop', permissions: [start, stop] }] },
    });
    expect(next.active).toBe('project:shop');
  });

  it('bring their context with them, and put it on view', () => {
    const { result, next } = afterwards([{ context: 'global', permissions: [list] }], [inShop(stop)]);
    expect(result).toMatchObject({
      access: {
        entries: [
          { context: 'global', permissions: [list] },
          { context: 'project:shop', permissions: [stop] },
        ],
      },
    });
    expect(next.active).toBe('project:shop');
  });

  it('make a set Custom, with all that it held', () => {
    const { result } = afterwards([{ context: 'project:shop', set: 'Maven Plugin' }], [inShop(stop)]);
    expect(result).toMatchObject({
      access: { entries: [{ context: 'project:shop', permissions: [stop, ...deploy] }] },
    });
  });

  it('that cannot be ticked are left alone, and so is everything when a token has no room', () => {
    const { state, next } = afterwards(
      [{ context: 'project:shop', permissions: [start] }],
      [inShop('environment.control.DeleteEnv')],
    );
    expect(toAccess(index, next)).toEqual(toAccess(index, state));
    const contexts = Array.from({ length: 50 }, (_, at) => `store:${at}`);
    const full = { ...state, contexts, active: 'store:0' };
    expect(withGrants(index, full, [inShop(stop)])).toEqual(full);
    expect(withGrants(index, state, [])).toBe(state);
  });
});
