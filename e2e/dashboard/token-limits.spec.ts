import type { Page } from '@playwright/test';
import { expectAccessible } from '../support/axe';
import { deskApi, wire } from '../support/desk-api';
import { look } from '../support/look';
import { limitedTo, makeToken } from '../support/make-token';
import { people } from '../support/people';
import { shot } from '../support/shot';
import { expect, test } from '../support/test';
import { confirm, dialog, findRow, operation, row, takeSecret, tool } from '../support/token-dialogs';

const { password } = people.noor;
const getEnvs = 'environment.control.GetEnvs';
const limits = { name: 'More limits' };

/** Types into the field that has the focus, after what stands there is taken out. */
async function retype(page: Page, text: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type(text);
}

test('a token is generated with limits by keyboard, and is refused from elsewhere with the reason', async ({
  desk,
  openAs,
}) => {
  const page = await openAs('noor');
  await tool(page, 'Generate').press('Enter');
  const sheet = dialog(page, 'Generate token');
  await expect(sheet.getByLabel('Description')).toBeFocused();
  await page.keyboard.type('From the office alone');
  const more = sheet.getByRole('button', limits);
  await expect(more, 'folded away where nothing is limited').toHaveAttribute('aria-expanded', 'false');
  await expect(sheet.getByLabel('Allowed addresses')).toHaveCount(0);
  await more.focus();
  await page.keyboard.press('Enter');
  await expect(more).toHaveAttribute('aria-expanded', 'true');
  await page.keyboard.press('Tab');
  await expect(sheet.getByRole('checkbox', { name: 'May be used in URLs' })).toBeFocused();
  await page.keyboard.press('Space');
  await page.keyboard.press('Tab');
  await expect(sheet.getByLabel('Allowed addresses')).toBeFocused();
  await page.keyboard.type('192.0.2.9/24\n10.1\n2001:DB8::/32');
  await page.keyboard.press('Tab');
  await expect(sheet.getByLabel('Not before')).toBeFocused();
  await page.keyboard.type('1/12/2025');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(sheet.getByLabel('Requests a minute')).toBeFocused();
  await page.keyboard.type('120');
  await (await operation(sheet, getEnvs)).check();

  await sheet.getByRole('button', { name: 'Generate token' }).press('Enter');
  await expect(sheet.getByLabel('Allowed addresses'), 'the first mistake has the focus').toBeFocused();
  await expect(sheet.getByText('Line 2: 10.1 is neither an address nor a range')).toBeVisible();
  await look(page, 'limits-errors');
  await retype(page, '192.0.2.9/24\n2001:DB8::/32');
  await expect(sheet.getByRole('region', { name: 'Summary' })).toContainText(
    'It is taken only from 2 addresses and ranges, not before 01-12-2025, at most 120 times a minute and never in a URL.',
  );
  await shot(page, 'limits-open');
  await sheet.getByRole('button', { name: 'Generate token' }).press('Enter');
  const asked = dialog(page, 'Confirm with your password');
  await expect(asked.getByRole('listitem').filter({ hasText: 'Taken from' })).toContainText('192.0.2.0/24');
  await expect(asked).toContainText('2001:db8::/32');
  await expect(asked.getByRole('listitem').filter({ hasText: 'Not before' })).toContainText('01-12-2025');
  await expect(asked.getByRole('listitem').filter({ hasText: 'Requests a minute' })).toContainText('120');
  await look(page, 'limits-confirm');
  await confirm(page, password);
  const secret = await takeSecret(page);
  desk.remember('a secret with limits', secret.slice(7));

  const refused = await wire(desk.url, '/api/v1/self', { headers: { 'private-token': secret } });
  expect(refused.status).toBe(403);
  expect(JSON.parse(refused.text)).toMatchObject({
    detail: 'This token is not taken from 127.0.0.1.',
    conditions: [{ condition: 'address_not_allowed' }],
  });
  expect(await deskApi(desk.url, secret).callByHeader(getEnvs)).toMatchObject({
    result: 8,
    reason: 'This token is not taken from 127.0.0.1.',
  });
});

test('Edit opens with what is limited, and the next request is judged by the change', async ({
  desk,
  cookieOf,
  openAs,
}) => {
  const description = 'Moves into the office';
  const { secret } = await makeToken(desk, await cookieOf(desk, 'noor'), 'noor', {
    description,
    addresses: ['192.0.2.0/24', '2001:db8::/32'],
    notBefore: '01-12-2025',
    requestsPerMinute: 120,
    ...limitedTo('project:shop', getEnvs),
  });
  const self = () => wire(desk.url, '/api/v1/self', { headers: { 'private-token': secret } });
  expect((await self()).status).toBe(403);
  const page = await openAs('noor');
  await (await findRow(page, description)).click();
  await tool(page, 'Edit').click();
  const edit = dialog(page, 'Edit token');
  await expect(edit.getByRole('button', limits)).toHaveAttribute('aria-expanded', 'true');
  await expect(edit.getByLabel('Allowed addresses')).toHaveValue('192.0.2.0/24\n2001:db8::/32');
  await expect(edit.getByLabel('Not before')).toHaveValue('01-12-2025');
  await expect(edit.getByRole('button', { name: 'Save changes' })).toHaveAttribute('aria-disabled', 'true');
  await edit.getByLabel('Allowed addresses').fill('127.0.0.1\n192.0.2.0/24');
  await edit.getByRole('button', { name: 'Save changes' }).click();
  const change = dialog(page, 'Confirm with your password');
  await expect(change.getByRole('listitem').filter({ hasText: 'Stays' })).toContainText(
    'the first day 01-12-2025, 120 requests a minute and the secret',
  );
  await look(page, 'limits-confirm-edit');
  await confirm(page, password);
  await expect(change).toBeHidden();
  const taken = await self();
  expect(taken.status).toBe(200);
  expect(taken.headers['ratelimit-policy']).toBe('"token";q=120;w=60');
});

test('law 5 Pause refuses the next request and shows at once; Resume lets it go on', async ({
  desk,
  cookieOf,
  openAs,
}) => {
  const description = 'Put to rest for a while';
  const { secret } = await makeToken(desk, await cookieOf(desk, 'noor'), 'noor', {
    description,
    ...limitedTo('project:shop', getEnvs),
  });
  const api = deskApi(desk.url, secret);
  expect((await api.callByHeader(getEnvs)).result).toBe(0);
  const page = await openAs('noor');
  const other = await openAs('noor');
  await findRow(other, description);

  await (await findRow(page, description)).click();
  await tool(page, 'Edit').click();
  await dialog(page, 'Edit token').getByRole('button', { name: 'Pause' }).click();
  const asked = dialog(page, 'Confirm with your password');
  await expect(asked).toContainText('One token is refused until it is resumed.');
  await look(page, 'pause-confirm');
  await asked.getByLabel('Password', { exact: true }).fill('not the password');
  await asked.getByRole('button', { name: 'Confirm' }).click();
  await expect(asked.getByText('That is not your password')).toBeVisible();
  await confirm(page, password);
  await expect(asked).toBeHidden();
  expect((await api.callByHeader(getEnvs)).result).toBe(702);
  await expect(page.getByText('Token paused')).toBeVisible();
  await expect(row(page, description)).toContainText('Paused');
  await expect(row(other, description), 'without reload elsewhere').toContainText('Paused');
  await expectAccessible(page, 'a paused token in the grid');

  await tool(page, 'Edit').click();
  const edit = dialog(page, 'Edit token');
  await edit.getByRole('button', { name: 'Resume' }).scrollIntoViewIfNeeded();
  await look(page, 'pause-edit');
  await edit.getByRole('button', { name: 'Resume' }).click();
  await confirm(page, password);
  await expect(asked).toBeHidden();
  await expect(row(other, description)).toContainText('Active');
  expect((await api.callByHeader(getEnvs)).result).toBe(0);
});

test('a token that waits says so in the grid, and a copy of it waits as well', async ({
  desk,
  cookieOf,
  openAs,
}) => {
  const description = 'For the new year';
  const { secret } = await makeToken(desk, await cookieOf(desk, 'noor'), 'noor', {
    description,
    addresses: Array.from({ length: 40 }, (_, at) => `2001:db8:${(at + 16).toString(16)}::/48`),
    notBefore: '01-01-2999',
    requestsPerMinute: 1_200,
    ...limitedTo('project:shop', getEnvs),
  });
  const refused = await wire(desk.url, '/api/v1/self', { headers: { 'private-token': secret } });
  expect(JSON.parse(refused.text)).toMatchObject({ detail: 'This token is taken from 01-01-2999 on.' });
  const page = await openAs('noor');
  await expect(await findRow(page, description)).toContainText('Waiting');
  await expectAccessible(page, 'a waiting token');
  await row(page, description).click();
  await tool(page, 'Copy').click();
  const sheet = dialog(page, 'Copy token');
  await expect(sheet.getByLabel('Not before')).toHaveValue('01-01-2999');
  await sheet.getByLabel('Requests a minute').scrollIntoViewIfNeeded();
  await look(page, 'limits-long');
  await sheet.getByRole('button', { name: 'Copy token' }).click();
  await look(page, 'limits-confirm-long');
  await confirm(page, password);
  desk.remember('a copied secret', (await takeSecret(page)).slice(7));
  await expect(await findRow(page, `Copy of ${description}`)).toContainText('Waiting');
});
