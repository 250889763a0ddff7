import { readFile } from 'node:fs/promises';
import { byteOrderMark, parseCsv } from '@/lib/domain/csv';
import { deskApi, wire } from '../support/desk-api';
import { look } from '../support/look';
import { makeToken } from '../support/make-token';
import { people } from '../support/people';
import { readRows } from '../support/rows';
import { callAction, readAnswer } from '../support/server-action';
import { expect, test } from '../support/test';

const getInfo = 'users.account.GetUserInfo';
/** A page that has just come does not hear yet what is chosen in it. */
const untilAlive = (work: () => Promise<void>) => expect(work).toPass();
const payload = "=cmd|' /C calc'!A0";

test('an administrator narrows all tokens in the address, selects some of two owners, and revokes them with the password', async ({
  startDesk,
  cookieOf,
  openOn,
}) => {
  const desk = await startDesk({ template: 'demo' });
  const secrets = new Map<string, string>();
  for (const [owner, description] of [
    ['tomasz', 'zz one'],
    ['ines', 'zz two'],
    ['tomasz', 'zz 100%_three'],
    ['ines', 'zz four'],
  ] as const) {
    const cookie = await cookieOf(desk, owner);
    secrets.set(description, (await makeToken(desk, cookie, owner, { description })).secret);
  }
  const outcome = async (description: string) =>
    (await deskApi(desk.url, secrets.get(description) ?? '').call(getInfo)).result;
  for (const description of secrets.keys()) expect(await outcome(description)).toBe(0);

  const page = await openOn(desk, 'noor', '/admin/tokens');
  const grid = page.getByRole('grid', { name: 'All tokens' });
  const row = (description: string) => grid.getByRole('row').filter({ hasText: description });
  await untilAlive(async () => {
    await page.getByRole('textbox', { name: 'Search all tokens' }).fill('%_');
    await expect(page).toHaveURL(/q=%25_/, { timeout: 1_000 });
  });
  await expect(grid.getByRole('row')).toHaveCount(2);
  await expect(page.getByText('One of them is like that.')).toBeVisible();
  await page.getByRole('textbox', { name: 'Search all tokens' }).fill('zz');
  await expect(grid.getByRole('row')).toHaveCount(5);
  await page.getByRole('combobox', { name: 'Last used' }).selectOption('more than 30 days ago');
  await expect(page.getByRole('heading', { name: 'None is like that.' })).toBeVisible();
  await page.getByRole('link', { name: 'Clear filters' }).click();
  await expect(page.getByRole('textbox', { name: 'Search all tokens' })).toHaveValue('');
  await page.goto('/admin/tokens?q=zz&sort=oldest');
  await expect(grid.getByRole('row')).toHaveCount(5);

  await expect(page.getByRole('button', { name: 'Revoke' })).toHaveAttribute('aria-disabled', 'true');
  await row('zz one').click();
  await row('zz 100%_three').click({ modifiers: ['Shift'] });
  await row('zz two').click({ modifiers: ['ControlOrMeta'] });
  const chosen = ['zz one', 'zz 100%_three'];
  await page.getByRole('button', { name: 'Revoke' }).click();
  const sheet = page.getByRole('dialog', { name: 'Revoke tokens' });
  await expect(sheet).toContainText(people.tomasz.email);
  for (const description of chosen) await expect(sheet).toContainText(description);
  await sheet.getByLabel('Password', { exact: true }).fill('not the password');
  await sheet.getByRole('button', { name: 'Revoke 2 tokens' }).click();
  await expect(sheet).toContainText(/4 tries left/);
  for (const description of secrets.keys()) expect(await outcome(description)).toBe(0);
  await sheet.getByLabel('Password', { exact: true }).fill(people.noor.password);
  await sheet.getByRole('button', { name: 'Revoke 2 tokens' }).click();
  await expect(sheet).toBeHidden();
  await expect(grid.getByRole('row')).toHaveCount(3);
  for (const description of secrets.keys())
    expect(await outcome(description), description).toBe(chosen.includes(description) ? 702 : 0);
  const removed = readRows<{ ownerId: string; actorName: string }>(
    desk.dataDir,
    "SELECT ownerId, actorName FROM Event WHERE action = 'token.removed' ORDER BY seq DESC LIMIT 2",
  );
  expect(new Set(removed.map(({ actorName }) => actorName))).toEqual(new Set([people.noor.name]));
  expect(new Set(removed.map(({ ownerId }) => ownerId)).size).toBe(1);

  const owners = await openOn(desk, 'tomasz', '/profile/activity');
  const line = owners.getByRole('row').filter({ hasText: 'zz one' }).filter({ hasText: 'Removed the token' });
  await expect(line).toContainText(people.noor.name);
});

test('AZ-1 revoking the tokens of others by the bare action is refused to who may not', async ({
  desk,
  cookieOf,
}) => {
  const { row, secret } = await makeToken(desk, await cookieOf(desk, 'ines'), 'ines', {
    description: 'stays',
  });
  const input = {
    tokens: [{ id: row.id, version: row.version }],
    proof: { password: people.tomasz.password },
  };
  const cookie = await cookieOf(desk, 'tomasz');
  const reply = await callAction(desk.url, cookie, 'revokeTokensAction', input, '/admin/tokens');
  expect(readAnswer(reply)).toMatchObject({ isOk: false, error: { code: 'permission_denied' } });
  expect((await deskApi(desk.url, secret).call(getInfo)).result).toBe(0);
});

test('AUD-6 the log is narrowed in the address, and exported as it is narrowed, without a formula in it', async ({
  startDesk,
  cookieOf,
  openOn,
}) => {
  const desk = await startDesk({ template: 'demo' });
  const made = await makeToken(desk, await cookieOf(desk, 'tomasz'), 'tomasz', { description: payload });
  const page = await openOn(desk, 'noor', '/admin/audit');
  const log = page.getByRole('table', { name: 'Audit log' });
  await untilAlive(async () => {
    await page.getByRole('combobox', { name: 'Person' }).selectOption(people.tomasz.name);
    await expect(page).toHaveURL(/person=/, { timeout: 1_000 });
  });
  await page.getByRole('combobox', { name: 'Action' }).selectOption('Generated the token');
  await expect(page).toHaveURL(/action=token\.generated/);
  await page.getByLabel('Token', { exact: true }).fill(payload);
  await page.keyboard.press('Enter');
  await expect(page.getByText('One line is like that. One token is called so.')).toBeVisible();
  await expect(log.getByRole('row')).toHaveCount(2);
  await log.getByRole('link', { name: payload }).click();
  await expect(page).toHaveURL(new RegExp(`token=${made.row.id}$`));
  await page.getByLabel('From', { exact: true }).fill('31-02-2026');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'The filter cannot be read.' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Export CSV' })).toHaveCount(0);
  await page.getByRole('link', { name: 'Clear filters' }).click();
  await expect(log).toBeVisible();

  await page.goto('/admin/audit?action=tokens&from=01-01-2026');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Export CSV' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^audit-01-01-2026-\d\d-\d\d-\d{4}\.csv$/);
  const text = await readFile(await download.path(), 'utf8');
  expect(text.startsWith(byteOrderMark)).toBe(true);
  const [heads = [], ...records] = parseCsv(text);
  const events = readRows<{ seq: number }>(
    desk.dataDir,
    "SELECT seq FROM Event WHERE action LIKE 'token.%' AND at >= '2026-01-01' ORDER BY seq DESC",
  );
  expect(records.map(([seq]) => Number(seq))).toEqual(events.map(({ seq }) => seq));
  expect(records.map((record) => record[heads.indexOf('subject')])).toContain(`'${payload}`);
  for (const cell of records.flat()) expect(cell).not.toMatch(/^\s*[=+\-@]/);
});

test('AUD-6 everyone has a log of their own, and its export holds nothing of others', async ({
  desk,
  cookieOf,
  openAs,
  pageWatch,
}) => {
  await makeToken(desk, await cookieOf(desk, 'tomasz'), 'tomasz', { description: 'mine alone' });
  const page = await openAs('tomasz', '/profile/auth-tokens');
  await page.getByRole('link', { name: 'Activity' }).click();
  await expect(page.getByRole('heading', { name: 'Activity', level: 1 })).toBeVisible();
  const log = page.getByRole('table', { name: 'Activity' });
  await expect(log.getByRole('row').filter({ hasText: 'mine alone' })).toBeVisible();
  await expect(page.getByRole('combobox', { name: 'Person' })).toHaveCount(0);
  const cookie = await cookieOf(desk, 'tomasz');
  const [tomasz] = readRows<{ id: string }>(
    desk.dataDir,
    'SELECT id FROM Person WHERE email = ?',
    people.tomasz.email,
  );
  const get = (path: string) => wire(desk.url, path, { headers: { cookie } });
  const own = await get('/profile/activity/export?person=someone-else');
  expect(own.status).toBe(200);
  expect(own.headers['cache-control']).toContain('no-store');
  const [heads = [], ...records] = parseCsv(own.text);
  const of = (record: string[], head: string) => record[heads.indexOf(head)];
  expect(records.length).toBeGreaterThan(1);
  for (const record of records)
    expect([of(record, 'owner id'), of(record, 'actor person id')]).toContain(tomasz?.id);
  expect((await get('/admin/audit/export')).status).toBe(404);
  expect((await wire(desk.url, '/admin/audit/export')).status).toBe(401);
  pageWatch.expect(/404/);
  await page.goto('/admin/audit');
  await expect(page.getByRole('heading', { name: 'Audit log' })).toHaveCount(0);
});

const pictures: [string, string, string][] = [
  ['all-tokens-empty', '/admin/tokens?q=nothing+like+that&status=active', 'None is like that.'],
  ['audit-narrowed', '/admin/audit?action=tokens&outcome=done', 'Audit log'],
  ['audit-empty', '/admin/audit?address=192.0.2.1', 'Nothing is written here.'],
  ['audit-unreadable', '/admin/audit?from=31-02-2026', 'The filter cannot be read.'],
  ['activity', '/profile/activity', 'Activity'],
];
for (const [name, path, heading] of pictures) {
  test(`${name}: ${path} passes axe in light and dark, and has its pictures`, async ({ openAs }) => {
    const page = await openAs('noor', path);
    await expect(page.getByRole('heading', { name: heading })).toBeVisible();
    await look(page, name);
  });
}

test('selected tokens and the dialog that revokes them pass axe and have their pictures', async ({
  openAs,
}) => {
  const page = await openAs('noor', '/admin/tokens?q=shop');
  const rows = page.getByRole('grid', { name: 'All tokens' }).getByRole('row');
  await rows.nth(1).click();
  await rows.nth(3).click({ modifiers: ['Shift'] });
  await expect(page.getByText('3 tokens selected')).toBeAttached();
  await look(page, 'all-tokens-selected');
  await page.getByRole('button', { name: 'Revoke' }).click();
  await expect(page.getByRole('dialog', { name: 'Revoke tokens' })).toBeVisible();
  await look(page, 'revoke-tokens');
});

for (const [name, path, button] of [
  ['audit-filters-open', '/admin/audit?action=people', 'Filter'],
  ['all-tokens-filters-open', '/admin/tokens?q=shop', 'Filter and sort'],
] as const) {
  test(`on a phone the filters of ${path} open, pass axe and have their pictures`, async ({ openAs }) => {
    const page = await openAs('noor', path);
    await page.setViewportSize({ width: 360, height: 780 });
    const fold = page.getByRole('button', { name: button, exact: true });
    await untilAlive(async () => {
      await fold.click();
      await expect(fold).toHaveAttribute('aria-expanded', 'true', { timeout: 1_000 });
    });
    await look(page, name);
  });
}
