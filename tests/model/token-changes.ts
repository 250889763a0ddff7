import { expect } from 'vitest';
import type { Access } from '@/lib/domain/grant';
import { copyToken } from '@/lib/services/tokens/copy-token';
import { editToken } from '@/lib/services/tokens/edit-token';
import { generateToken } from '@/lib/services/tokens/generate-token';
import { pauseToken } from '@/lib/services/tokens/pause-token';
import { regenerateToken } from '@/lib/services/tokens/regenerate-token';
import { removeTokens } from '@/lib/services/tokens/remove-tokens';
import { resumeToken } from '@/lib/services/tokens/resume-token';
import { done, type Change } from './change';
import { clock } from './clock';
import { ownerHolds, type Model, type ModelAccess, type ModelToken } from './reference-model';
import type { World } from './world';

/** Where a bound token may be used from, and where not. */
const inside = '192.0.2.7';
export const outside = '198.51.100.9';
const soonMilliseconds = 30 * 60_000;
const never = Number.POSITIVE_INFINITY;

/** What bounds a token besides its permissions. */
export interface Limits {
  end: 'never' | 'soon';
  begin: 'now' | 'soon';
  isBound: boolean;
}

function fieldsOf(access: ModelAccess, { end, begin, isBound }: Limits) {
  const soon = new Date(clock.now() + soonMilliseconds);
  const entries = access === 'full' ? [] : Object.entries(access);
  const limited: Access = {
    kind: 'limited',
    entries: entries.map(([context, held]) => ({ context, permissions: [...held] })),
  };
  const fields = {
    description: 'a token',
    access: access === 'full' ? ({ kind: 'full' } as const) : limited,
    mayUseInUrls: true,
    expiry: end === 'never' ? 'never' : soon.toISOString(),
    notBefore: begin === 'now' ? null : soon.toISOString(),
    addresses: isBound ? [`${inside}/32`] : [],
  };
  const model = {
    access,
    expiresAt: end === 'never' ? never : soon.getTime(),
    notBefore: begin === 'now' ? Number.NEGATIVE_INFINITY : soon.getTime(),
    addresses: isBound ? [inside] : [],
  };
  return { fields, model };
}

/** Law 2: whatever was given was held by its owner. */
function expectHeld(model: Model, access: ModelAccess): void {
  for (const [context, held] of access === 'full' ? [] : Object.entries(access))
    for (const each of held)
      expect(ownerHolds(model, each, context as never), `${each} in ${context}`).toBe(true);
}

const at = (model: Model, index: number): ModelToken | undefined =>
  model.tokens[index % (model.tokens.length || 1)];

/** A change of one token by its owner. */
function ofToken(
  name: string,
  index: number,
  run: (token: ModelToken, model: Model, world: World) => Promise<void>,
): Change {
  return {
    name: `${name} #${index}`,
    isPossible: (model) => !model.isBlocked && at(model, index)?.isRemoved === false,
    run: async (model, world) => {
      const token = at(model, index);
      if (token !== undefined) await run(token, model, world);
    },
  };
}

/** A new token; with `source`, a copy of that one. */
export function make(name: string, access: ModelAccess, limits: Limits, source: number | null): Change {
  return {
    name: `${name} ${JSON.stringify({ access, limits, source })}`,
    isPossible: (model) =>
      !model.isBlocked &&
      model.tokens.length < 5 &&
      (source === null || at(model, source)?.isRemoved === false),
    run: async (model, world) => {
      const { fields, model: values } = fieldsOf(access, limits);
      const original = source === null ? undefined : at(model, source);
      const made = await done(
        original === undefined
          ? generateToken(world.call(), { fields })
          : copyToken(world.call(), { sourceId: original.id, fields }),
      );
      if (made === null) return;
      expectHeld(model, access);
      model.tokens.push({
        ...values,
        id: made.token.id,
        secret: made.secret,
        isPaused: false,
        isRemoved: false,
      });
    },
  };
}

/** Gives a token other permissions and limits. */
export const edit = (index: number, access: ModelAccess, limits: Limits) =>
  ofToken(`edit ${JSON.stringify({ access, limits })}`, index, async (token, _model, world) => {
    const { fields, model: values } = fieldsOf(access, limits);
    if ((await done(editToken(world.call(), { id: token.id, fields }))) !== null)
      Object.assign(token, values);
  });

/** What needs no more than a token. */
export const tokenChanges = {
  regenerate: (index: number) =>
    ofToken('regenerate', index, async (token, model, world) => {
      const made = await done(regenerateToken(world.call(), { id: token.id }));
      if (made === null) return;
      model.dead.push(token.secret);
      token.secret = made.secret;
    }),
  remove: (index: number) =>
    ofToken('remove', index, async (token, _model, world) => {
      await removeTokens(world.call(), { tokens: [{ id: token.id }] });
      token.isRemoved = true;
    }),
  pause: (index: number) =>
    ofToken('pause', index, async (token, _model, world) => {
      if ((await done(pauseToken(world.call(), { id: token.id }))) !== null) token.isPaused = true;
    }),
  resume: (index: number) =>
    ofToken('resume', index, async (token, _model, world) => {
      if ((await done(resumeToken(world.call(), { id: token.id }))) !== null) token.isPaused = false;
    }),
};
