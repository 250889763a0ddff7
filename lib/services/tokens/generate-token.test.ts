import { beforeAll, describe, expect, it } from 'vitest';
import { countTokens } from '@/lib/db/tokens';
import { findEvents, latestEventSeq } from '@/lib/db/events';
import {
  createPersonFixture,
  createProjectFixture,
  systemCall,
  type PersonFixture,
} from '@/tests/support/desk';
import { limitedTo, tokenFields, tokenFixture } from '@/tests/support/tokens';
import { generateToken } from './generate-token';
import { verifyToken } from './verify-token';

let developer: PersonFixture;

beforeAll(async () => {
  await createProjectFixture('shop');
  await createProjectFixture('blog');
  developer = await createPersonFixture({
    name: 'Vera Blum',
    roles: [{ role: 'developer', context: 'project:shop' }],
  });
});

const stop = 'environment.control.StopEnv';
const stopInShop = limitedTo('project:shop', stop);

/** Tries to generate and answers the error; checks that nothing was changed and nothing logged but the refusal. */
async function refusalOf(fields: unknown, password: unknown = developer.password) {
  const before = await countTokens(developer.person.id);
  const input = { fields, proof: { password } } as never;
  const error: unknown = await generateToken(developer.call(), input).catch((reason: unknown) => reason);
  expect(await countTokens(developer.person.id)).toBe(before);
  return error;
}

describe('generateToken', () => {
  it('answers a secret that verifies as the owner, with the power that was granted', async () => {
    const { token, secret } = await tokenFixture(developer, { access: stopInShop });
    expect(await verifyToken(secret, new Date())).toMatchObject({
      outcome: 'valid',
      token: { id: token.id, ownerId: developer.person.id, description: 'nightly backup' },
    });
    expect(token).toMatchObject({
      access: 'limited',
      permissionCount: 1,
      withdrawnCount: 0,
      permissionSet: 'Custom',
    });
    expect(token.hint).toBe(`td_pat_${secret.slice(7, 11)}…${secret.slice(-4)}`);
  });

  it('AUD-4 leaves one event that says who, what, when and from where, and never the secret', async () => {
    const call = developer.call({ address: '192.0.2.7', userAgent: 'Firefox', requestId: 'r-1' });
    const input = {
      fields: tokenFields({ access: stopInShop, expiry: '31-12-2099' }),
      proof: { password: developer.password },
    };
    const { token, secret } = await generateToken(call, input);
    const events = await findEvents({ subjectKind: 'token', subjectIds: [token.id] }, 10, 'oldest');
    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject({
      action: 'token.generated',
      outcome: 'done',
      at: call.now,
      ownerId: developer.person.id,
      actor: { kind: 'person', personId: developer.person.id, name: 'Vera Blum' },
      sessionId: developer.sessionId,
      requestId: 'r-1',
      address: '192.0.2.7',
      userAgent: 'Firefox',
      via: 'dashboard',
      data: {
        description: 'nightly backup',
        access: [{ context: 'project:shop', permissions: 1 }],
        expiry: '31-12-2099',
      },
    });
    expect(JSON.stringify(events)).not.toContain(secret.slice(7, 15));
  });

  it('stores a named set by its name, which gives only what the owner holds', async () => {
    const access = {
      kind: 'limited' as const,
      entries: [{ context: 'project:shop', set: 'Extended Access' }],
    };
    const { token } = await tokenFixture(developer, { access });
    expect(token.permissionSet).toBe('Extended Access');
    expect(token.withdrawnCount).toBeGreaterThan(0);
  });

  it('stores equal rights as equal, in whatever order they were ticked', async () => {
    const start = 'environment.control.StartEnv';
    const one = await tokenFixture(developer, { access: limitedTo('project:shop', stop, start, stop) });
    const other = await tokenFixture(developer, { access: limitedTo('project:shop', start, stop) });
    expect(one.token.permissionCount).toBe(2);
    expect(one.token.teeth).toEqual(other.token.teeth);
  });

  it('TOK-9 refuses permissions that are not held, naming all of them and the entry they stand in', async () => {
    const access = limitedTo(
      'project:shop',
      stop,
      'environment.control.DeleteEnv',
      'environment.control.CloneEnv',
    );
    expect(await refusalOf(tokenFields({ access }))).toMatchObject({
      code: 'permission_denied',
      details: {
        missing: [
          { permission: 'environment.control.DeleteEnv', context: 'project:shop' },
          { permission: 'environment.control.CloneEnv', context: 'project:shop' },
        ],
        issues: [{ path: 'fields.access.entries.0.permissions' }],
      },
    });
  });

  it('TOK-9 refuses everywhere what is held in one project alone', async () => {
    expect(await refusalOf(tokenFields({ access: limitedTo('global', stop) }))).toMatchObject({
      code: 'permission_denied',
      details: { missing: [{ permission: stop, context: 'global' }] },
    });
  });

  it('refuses an unknown permission by its name, before it speaks of any that is not held', async () => {
    const access = limitedTo('project:shop', 'environment.control.DeleteEnv', 'environment.control.Explode');
    expect(await refusalOf(tokenFields({ access }))).toMatchObject({
      code: 'invalid_input',
      details: {
        issues: [
          {
            path: 'fields.access.entries.0.permissions',
            message: 'There is no permission environment.control.Explode.',
          },
        ],
      },
    });
  });

  it('says the same of a project that does not exist and of one where the person holds nothing', async () => {
    const refusals = await Promise.all(
      ['project:blog', 'project:nowhere', 'team:blue'].map((context) =>
        refusalOf(tokenFields({ access: limitedTo(context, stop) })),
      ),
    );
    const said = refusals.map((error) =>
      JSON.stringify(error).replace(/project:blog|project:nowhere|team:blue/g, '…'),
    );
    expect(new Set(said).size).toBe(1);
    expect(refusals[0]).toMatchObject({
      code: 'invalid_input',
      details: { issues: [{ path: 'fields.access.entries.0.context' }] },
    });
  });

  it.each([
    ['an unknown set', { access: { kind: 'limited', entries: [{ context: 'project:shop', set: 'Gone' }] } }],
    ['a day that has passed', { expiry: '01-01-2020' }],
    ['an impossible day', { expiry: '31-02-2027' }],
    ['an empty description', { description: '  ' }],
    ['a bidi control', { description: 'a\u202eb' }],
    ['an empty permission list', { access: { kind: 'limited', entries: [] } }],
    ['a read-only field', { ownerId: 'someone' }],
    ['a missing field', { mayUseInUrls: undefined }],
  ])('AZ-5 refuses %s and changes nothing', async (_what, fields) => {
    expect(await refusalOf({ ...tokenFields(), ...fields })).toMatchObject({ code: 'invalid_input' });
  });

  it.each([
    ['without a password', undefined, 'wrong_proof'],
    ['with an empty one', '', 'invalid_input'],
    ['with a wrong one', 'not my password at all', 'wrong_proof'],
  ])('PWD-1 refuses %s and changes nothing', async (_what, password, code) => {
    const input = { fields: tokenFields(), proof: password === undefined ? undefined : { password } };
    const before = await countTokens(developer.person.id);
    const attempt = generateToken(developer.call(), input as never);
    await expect(attempt).rejects.toMatchObject({ code });
    expect(await countTokens(developer.person.id)).toBe(before);
  });

  it('checks the fields before the password, so that a slip costs no try and leaves no mark', async () => {
    const before = await latestEventSeq();
    expect(await refusalOf(tokenFields({ expiry: '01-01-2020' }), 'not my password')).toMatchObject({
      code: 'invalid_input',
    });
    expect(await latestEventSeq()).toBe(before);
  });

  it('the system signs out no tokens', async () => {
    const input = { fields: tokenFields(), proof: { password: 'x' } };
    await expect(generateToken(systemCall(), input)).rejects.toMatchObject({ code: 'permission_denied' });
  });
});
