import { beforeAll, describe, expect, it } from 'vitest';
import type { Access, Grant } from '@/lib/domain/grant';
import { grantLink } from '@/lib/services/access/grant-link';
import { createPersonFixture, createProjectFixture, type PersonFixture } from '@/tests/support/desk';
import { limitedTo, tokenFixture } from '@/tests/support/tokens';
import { readGrantRequest } from './read-grant-request';
import { removeTokens } from './remove-tokens';

const stop: Grant = { permission: 'environment.control.StopEnv', context: 'project:shop' };
const start: Grant = { permission: 'environment.control.StartEnv', context: 'project:shop' };
let owner: PersonFixture;
beforeAll(async () => {
  await createProjectFixture('shop');
  owner = await createPersonFixture({
    name: 'Vera Blum',
    roles: [{ role: 'project-admin', context: 'project:shop' }],
  });
});

const presented = (tokenId: string, grants: readonly Grant[], now = new Date()) =>
  new URL(grantLink({ tokenId, grants }, now)).searchParams.get('grant') ?? '';
const made = async (access: Access = limitedTo('project:shop', stop.permission)) =>
  (await tokenFixture(owner, { access })).token;

describe('the link of a refusal', () => {
  it('asks to add exactly what the token lacks and its owner holds', async () => {
    const { id } = await made();
    const beyond: Grant = { permission: 'environment.control.StopEnv', context: 'global' };
    expect(await readGrantRequest(owner.call(), presented(id, [stop, start, beyond]))).toEqual({
      isOpen: true,
      tokenId: id,
      grants: [start],
    });
  });

  it('opens for a token on a permission set too', async () => {
    const { id } = await made({
      kind: 'limited',
      entries: [{ context: 'project:shop', set: 'Maven Plugin' }],
    });
    expect(await readGrantRequest(owner.call(), presented(id, [start]))).toMatchObject({ isOpen: true });
  });

  it('says in a sentence why it opens nothing', async () => {
    const { id, description } = await made();
    const sentence = async (text: string, by = owner) => {
      const view = await readGrantRequest(by.call(), text);
      return view.isOpen ? 'it opened' : view.sentence;
    };
    const good = presented(id, [start]);
    expect(await sentence(`${good}x`)).toMatch(/^This link is not whole\./);
    expect(await sentence('')).toMatch(/^This link is not whole\./);
    expect(await sentence(presented(id, [start], new Date(Date.now() - 86_400_000)))).toMatch(
      /^This link was good for a day\./,
    );
    expect(await sentence(presented(id, [stop]))).toBe(
      `${description} holds environment.control.StopEnv in project:shop already.`,
    );
    expect(await sentence(presented(id, [{ ...start, context: 'global' }]))).toBe(
      'You do not hold environment.control.StartEnv in global any more, so no token of yours can.',
    );
    const full = await made({ kind: 'full' });
    expect(await sentence(presented(full.id, [start]))).toMatch(/ already\.$/);
    const stranger = await createPersonFixture({
      name: 'Stranger',
      roles: [{ role: 'administrator', context: 'global' }],
    });
    const notHere = "The token of this link is not here: it was removed, or it is someone else's.";
    expect(await sentence(good, stranger)).toBe(notHere);
    const proof = { password: owner.password };
    await removeTokens(owner.call(), { tokens: [{ id, version: 1 }], proof });
    expect(await sentence(good)).toBe(notHere);
  });
});
