import { deskApi, wire } from '../support/desk-api';
import { limitedTo, makeToken } from '../support/make-token';
import { people } from '../support/people';
import { expect, test } from '../support/test';
import { confirm, dialog } from '../support/token-dialogs';
import { endTokenAt } from '../support/write-rows';

const getEnvs = 'environment.control.GetEnvs';
const getInfo = 'environment.control.GetEnvInfo';
const stop = 'environment.control.StopEnv';

test('TOK-9 law 1 an owner loses a role: their tokens narrow at once, full and limited alike', async ({
  startDesk,
  cookieOf,
  openOn,
}) => {
  const desk = await startDesk({ template: 'demo' });
  const cookie = await cookieOf(desk, 'tomasz');
  const full = await makeToken(desk, cookie, 'tomasz', { description: 'All I hold' });
  const limited = await makeToken(desk, cookie, 'tomasz', {
    description: 'One thing',
    ...limitedTo('project:shop', getInfo, stop),
  });
  for (const { secret } of [full, limited]) {
    expect((await deskApi(desk.url, secret).call(getInfo, { envName: 'shop-staging' })).result).toBe(0);
  }
  const own = await openOn(desk, 'tomasz');
  await expect(own.getByRole('grid', { name: 'Auth tokens' })).toContainText('One thing');

  const admin = await openOn(desk, 'noor', '/admin/people');
  await admin.getByRole('button', { name: `Edit roles of ${people.tomasz.name}` }).click();
  const roles = admin.getByRole('dialog', { name: 'Edit roles' });
  const taker = roles.getByRole('button', { name: /^Take role \d away$/ });
  for (let left = await taker.count(); left > 0; left -= 1) await taker.first().click();
  await roles.getByRole('button', { name: 'Continue' }).click();
  await confirm(admin, people.noor.password);
  await expect(dialog(admin, 'Confirm with your password')).toBeHidden();

  const refused = await deskApi(desk.url, limited.secret).call(stop, { envName: 'shop-staging' });
  // Not in which context: who holds nothing there does not learn where the environment is.
  const missing = [{ permission: stop, context: expect.any(String) }];
  expect(refused, 'whose side refuses, and what is missing, is said').toMatchObject({ result: 8, missing });
  expect(String(refused.reason)).toContain(stop);
  for (const { secret } of [full, limited]) {
    expect((await deskApi(desk.url, secret).call(getInfo, { envName: 'shop-staging' })).result).toBe(8);
  }
  await own.reload();
  await expect(own.getByRole('row').filter({ hasText: 'One thing' })).toContainText('Narrowed');
});

test('AZ-7 an owner is blocked: tokens, sessions and the open stream are dead at once', async ({
  startDesk,
  cookieOf,
  openOn,
  pageWatch,
}) => {
  pageWatch.expect(/401|Failed to load resource|ERR_INCOMPLETE_CHUNKED_ENCODING/);
  const desk = await startDesk({ template: 'demo' });
  const cookie = await cookieOf(desk, 'tomasz');
  const { secret } = await makeToken(desk, cookie, 'tomasz');
  expect((await deskApi(desk.url, secret).call(getEnvs)).result).toBe(0);
  const page = await openOn(desk, 'tomasz', '/environments');
  const stream = wire(desk.url, '/feed', { headers: { cookie } });
  const admin = await openOn(desk, 'noor', '/admin/people');
  await admin.getByRole('button', { name: `Block ${people.tomasz.name}` }).click();
  const asked = dialog(admin, 'Confirm with your password');
  await asked.getByLabel('Password', { exact: true }).fill(people.noor.password);
  await asked.getByRole('button', { name: 'Block', exact: true }).click();
  await expect(asked).toBeHidden();
  expect((await deskApi(desk.url, secret).call(getEnvs)).result).toBe(702);
  expect((await wire(desk.url, '/profile/auth-tokens', { headers: { cookie } })).status).toBe(307);
  const startedAt = Date.now();
  await stream;
  expect(Date.now() - startedAt, 'the stream ends within five seconds').toBeLessThan(5_000);
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
});

test('TOK-8 the expiry boundary: never refused before the instant, always from it on', async ({
  desk,
  cookieOf,
}) => {
  const { row, secret } = await makeToken(desk, await cookieOf(desk, 'noor'), 'noor', {
    description: 'Ends in a moment',
  });
  const endsAt = Date.now() + 4_000;
  endTokenAt(desk.dataDir, row.id, new Date(endsAt));
  const api = deskApi(desk.url, secret);
  const samples: { startedAt: number; endedAt: number; result: number }[] = [];
  await expect
    .poll(
      async () => {
        const startedAt = Date.now();
        const { result } = await api.call('users.account.GetUserInfo');
        samples.push({ startedAt, endedAt: Date.now(), result });
        return startedAt;
      },
      { intervals: [20], timeout: 15_000 },
    )
    .toBeGreaterThan(endsAt + 1_000);
  const before = samples.filter((sample) => sample.endedAt < endsAt);
  const after = samples.filter((sample) => sample.startedAt >= endsAt);
  expect(before.length).toBeGreaterThan(10);
  expect(after.length).toBeGreaterThan(10);
  expect(
    before.filter((sample) => sample.result !== 0),
    'refused before its end',
  ).toEqual([]);
  expect(
    after.filter((sample) => sample.result !== 702),
    'accepted after its end',
  ).toEqual([]);
});
