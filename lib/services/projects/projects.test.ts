import { beforeAll, describe, expect, it, test } from 'vitest';
import { reading } from '@/lib/db/client';
import { findEvents, latestEventSeq } from '@/lib/db/events';
import { createEnvironment } from '@/lib/services/platform/environments/create-environment';
import {
  createPersonFixture,
  createProjectFixture,
  systemCall,
  type PersonFixture,
} from '@/tests/support/desk';
import { limitedTo, tokenFixture } from '@/tests/support/tokens';
import { expectLogIsNeeded, expectProofIsAsked, proofOf, proven, type Verb } from '@/tests/support/verbs';
import { createProject } from './create-project';
import { editProject } from './edit-project';
import { listProjectRows } from './list-project-rows';
import { previewProject } from './preview-project';

let admin: PersonFixture;
let stranger: PersonFixture;
let developer: PersonFixture;
beforeAll(async () => {
  for (const key of ['shop', 'shop-two', 'docs']) await createProjectFixture(key);
  const inShop = [{ role: 'developer', context: 'project:shop' }] as const;
  admin = await createPersonFixture({ name: 'Root', roles: [{ role: 'administrator', context: 'global' }] });
  stranger = await createPersonFixture({
    name: 'Stranger',
    roles: [{ role: 'project-admin', context: 'global' }],
  });
  developer = await createPersonFixture({ name: 'Dev', roles: inShop });
});

const rowOf = async (key: string) =>
  (await listProjectRows(systemCall())).find((project) => project.key === key);
const state = async () => JSON.stringify(await (await reading()).project.findMany());

const verbs: Record<string, Verb> = {
  createProject: (call, proof) => createProject(call, proven({ key: 'fresh', name: 'Fresh' }, proof)),
  editProject: (call, proof) => editProject(call, proven({ key: 'docs', version: 1, name: 'Papers' }, proof)),
};
const names = Object.keys(verbs);

test.each(names)('PWD-1 %s without a proof or with a wrong one is refused, nothing changes', (name) =>
  expectProofIsAsked(verbs[name], admin, stranger, state),
);

test.each(names)('AZ-1 %s by someone who may not is refused, naming what is missing', async (name) => {
  const before = await state();
  const missing = [{ permission: 'desk.projects.Manage', context: 'global' }];
  const refused = { code: 'permission_denied', details: { missing } };
  await expect(verbs[name]?.(stranger.call(), proofOf(stranger))).rejects.toMatchObject(refused);
  await expect(listProjectRows(stranger.call())).rejects.toMatchObject(refused);
  await expect(previewProject(stranger.call(), { key: 'docs' })).rejects.toMatchObject(refused);
  await expect(previewProject(stranger.call(), { key: 'no-such' })).rejects.toMatchObject(refused);
  expect(await state()).toBe(before);
});

test.each(names)('AUD-1 when the event of %s cannot be written, nothing is changed', (name) =>
  expectLogIsNeeded(verbs[name], admin, state),
);

describe('a project is named anew', () => {
  it('API-7 once per version, with one event; the key stays', async () => {
    const seq = await latestEventSeq();
    const rename = (name: string) =>
      editProject(systemCall(), { key: 'shop-two', version: 1, name }).then(
        () => 'done',
        (error: { code: string }) => error.code,
      );
    const answers = await Promise.all(['One', 'Two', 'Three'].map(rename));
    expect(answers.toSorted()).toEqual(['done', 'stale_version', 'stale_version']);
    const row = await rowOf('shop-two');
    expect(row).toMatchObject({ version: 2, context: 'project:shop-two' });
    expect(await findEvents({ after: seq }, 10, 'oldest')).toMatchObject([
      {
        action: 'project.changed',
        subjectId: 'shop-two',
        context: 'project:shop-two',
        data: { name: row?.name, formerName: 'shop-two' },
      },
    ]);
  });

  it('a project that is not there is not found, a key that is taken is a conflict', async () => {
    const unknown = editProject(systemCall(), { key: 'no-such', version: 1, name: 'x' });
    await expect(unknown).rejects.toMatchObject({ code: 'not_found' });
    const taken = createProject(systemCall(), { key: 'shop', name: 'Shop again' });
    await expect(taken).rejects.toMatchObject({ code: 'conflict', details: { issues: [{ path: 'key' }] } });
    const odd = createProject(systemCall(), { key: 'Shop:1', name: 'Shop' });
    await expect(odd).rejects.toMatchObject({ code: 'invalid_input' });
  });
});

test('a project says who and what is in it, and nothing of its neighbours', async () => {
  const stop = 'environment.control.StopEnv';
  const inShop = await tokenFixture(developer, {
    description: 'in shop',
    access: limitedTo('project:shop', stop),
  });
  await tokenFixture(developer);
  await tokenFixture(admin, { access: limitedTo('project:shop-two', stop) });
  await tokenFixture(admin, { access: limitedTo('global', stop) });
  await createEnvironment(admin.call(), { env: { shortdomain: 'shop-one' }, envGroups: 'shop' });
  expect(await rowOf('shop')).toMatchObject({ peopleCount: 1, tokenCount: 1, environmentCount: 1 });
  expect(await rowOf('shop-two')).toMatchObject({ peopleCount: 0, tokenCount: 1, environmentCount: 0 });
  expect(await previewProject(admin.call(), { key: 'shop' })).toEqual({
    version: 1,
    people: {
      total: 1,
      shown: [expect.objectContaining({ name: 'Dev', contexts: ['project:shop'], isBlocked: false })],
    },
    tokens: {
      total: 1,
      shown: [expect.objectContaining({ id: inShop.token.id, description: 'in shop', ownerName: 'Dev' })],
    },
    environments: { total: 1, shown: ['shop-one'] },
  });
});
