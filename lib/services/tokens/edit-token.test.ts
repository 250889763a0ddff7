import { beforeAll, describe, expect, it } from 'vitest';
import { findEvents } from '@/lib/db/events';
import { createPersonFixture, createProjectFixture, type PersonFixture } from '@/tests/support/desk';
import { limitedTo, tokenFields, tokenFixture } from '@/tests/support/tokens';
import { copyToken } from './copy-token';
import { editToken } from './edit-token';
import { verifyToken } from './verify-token';

let owner: PersonFixture;
let administrator: PersonFixture;

beforeAll(async () => {
  await createProjectFixture('shop');
  owner = await createPersonFixture({
    name: 'Vera Blum',
    roles: [{ role: 'developer', context: 'project:shop' }],
  });
  administrator = await createPersonFixture({
    name: 'Ada Kern',
    roles: [{ role: 'administrator', context: 'global' }],
  });
});

const stop = 'environment.control.StopEnv';
const start = 'environment.control.StartEnv';
const eventsOf = (id: string) => findEvents({ subjectKind: 'token', subjectIds: [id] }, 50, 'oldest');

describe('editToken', () => {
  it('narrows at once: the next verification holds the new grants, and the secret stays', async () => {
    const made = await tokenFixture(owner, { access: limitedTo('project:shop', stop, start) });
    await verifyToken(made.secret, new Date());
    const fields = tokenFields({ access: limitedTo('project:shop', start), expiry: '31-12-2099' });
    const row = await editToken(owner.call(), {
      id: made.token.id,
      version: 1,
      fields,
      proof: { password: owner.password },
    });
    expect(row).toMatchObject({ version: 2, permissionCount: 1, hint: made.token.hint });
    const verification = await verifyToken(made.secret, new Date());
    expect(verification).toMatchObject({
      token: { power: { grants: new Map([['project:shop', new Set([start])]]) } },
    });
    const [, edited] = await eventsOf(made.token.id);
    expect(edited?.data).toMatchObject({
      added: [],
      removed: [`${stop} in project:shop`],
      expiryBefore: 'never',
      expiryAfter: '31-12-2099',
    });
  });

  it('TOK-9 keeps a grant that the owner has lost, but adds none', async () => {
    const { changeRoles } = await import('@/lib/services/people/change-roles');
    const leaver = await createPersonFixture({
      name: 'Lea Ott',
      roles: [{ role: 'developer', context: 'project:shop' }],
    });
    const made = await tokenFixture(leaver, { access: limitedTo('project:shop', stop) });
    await changeRoles(administrator.call(), {
      personId: leaver.person.id,
      version: leaver.person.version,
      roles: [{ role: 'viewer', context: 'project:shop' }],
      proof: { password: administrator.password },
    });
    const edit = (version: number, access: ReturnType<typeof limitedTo>) =>
      editToken(leaver.call(), {
        id: made.token.id,
        version,
        fields: tokenFields({ description: 'renamed', access }),
        proof: { password: leaver.password },
      });
    expect(await edit(1, limitedTo('project:shop', stop))).toMatchObject({
      status: 'narrowed',
      withdrawnCount: 1,
    });
    await expect(edit(2, limitedTo('project:shop', stop, start))).rejects.toMatchObject({
      code: 'permission_denied',
      details: { missing: [{ permission: start, context: 'project:shop' }] },
    });
    const copy = {
      fields: tokenFields({ access: limitedTo('project:shop', stop) }),
      proof: { password: leaver.password },
    };
    await expect(copyToken(leaver.call(), { sourceId: made.token.id, ...copy })).rejects.toMatchObject({
      code: 'permission_denied',
    });
  });
});
