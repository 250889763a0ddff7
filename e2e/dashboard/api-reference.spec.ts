import type { Page } from '@playwright/test';
import { expectAccessible } from '../support/axe';
import { limitedTo, makeToken } from '../support/make-token';
import { outputDir } from '../support/paths';
import { shot } from '../support/shot';
import { expect, test } from '../support/test';

const entry = (page: Page, id: string) => page.locator(`[id="${id}"]`);
const open = (page: Page, id: string) => page.getByRole('button', { name: `Try ${id}`, exact: true }).click();

test('the picker’s links land on the operation, or on the first one that needs the permission', async ({
  openAs,
}) => {
  const page = await openAs('noor', '/docs/api#users.authentication.CreateToken');
  await expect(entry(page, 'users.authentication.CreateToken')).toBeInViewport();
  for (const code of ['environment.control.StopEnv', 'desk.people.Manage', 'desk.tokens.ViewAll']) {
    await page.goto(`/docs/api#${code}`);
    await expect(entry(page, code)).toBeInViewport();
  }
  const section = page.locator('section.doc-op', { has: entry(page, 'desk.people.Manage') });
  await expect(section).toContainText('Needs desk.people.Manage');
});

test('the contents are searched by keyboard alone, and lead to the operation', async ({ openAs }) => {
  const page = await openAs('noor', '/docs/api');
  const field = page.getByRole('textbox', { name: 'Search operations' });
  // The page is there before its keys are.
  await expect(async () => {
    await page.keyboard.press('/');
    await expect(field).toBeFocused({ timeout: 500 });
  }).toPass();
  await expect(field).toHaveValue('');
  await page.keyboard.type('rotate');
  const contents = page.getByRole('navigation', { name: 'Contents of the reference' });
  await expect(contents.getByRole('status')).toHaveText('1 found');
  await shot(page, 'api-reference-search');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(entry(page, 'desk.rotateSelf')).toBeInViewport();
  await field.press('Escape');
  await expect(contents.getByRole('link', { name: 'Shapes' })).toBeVisible();
});

test('samples of all operations change their language together and name this desk', async ({
  openAs,
  desk,
}) => {
  const page = await openAs('noor', '/docs/api');
  const created = entry(page, 'desk.createToken');
  await expect(created.getByRole('region', { name: 'Example of desk.createToken in curl' })).toContainText(
    `${desk.url}/api/v1/tokens`,
  );
  await created.getByRole('button', { name: 'Python' }).click();
  await expect(created).toContainText('urllib.request.Request');
  await expect(entry(page, 'environment.control.StopEnv')).toContainText('urllib.parse.urlencode');
});

test('an operation is tried with a pasted token, which is kept nowhere; what cannot be undone asks first', async ({
  openAs,
  desk,
  cookieOf,
  pageWatch,
}) => {
  pageWatch.expect(/401|403/);
  const { secret, row } = await makeToken(desk, await cookieOf(desk, 'noor'), 'noor', {
    description: 'Tried in the reference',
    ...limitedTo('project:shop', 'environment.control.GetEnvs'),
  });
  const page = await openAs('noor', '/docs/api');
  await open(page, 'desk.readSelf');
  const self = page.getByRole('form', { name: 'Try desk.readSelf' });
  await self.getByLabel('Token', { exact: true }).fill(secret);
  await self.getByRole('button', { name: 'Send' }).click();
  await expect(self.getByRole('region', { name: 'Body of the answer' })).toContainText(row.id);
  await self.getByText(/^\d+ headers$/).click();
  await expect(self.getByRole('region', { name: 'Headers of the answer' })).toContainText('no-store');
  await self.scrollIntoViewIfNeeded();
  await shot(page, 'api-reference-try');
  await expectAccessible(page, 'api-reference-try');

  await open(page, 'desk.listTokens');
  const list = page.getByRole('form', { name: 'Try desk.listTokens' });
  await list.getByRole('button', { name: 'Send' }).click();
  await expect(list.getByRole('region', { name: 'Body of the answer' })).toContainText(
    'users.authentication.GetTokens',
  );

  const kept = await page.evaluate(() =>
    JSON.stringify([{ ...localStorage }, { ...sessionStorage }, location.href]),
  );
  expect(kept).not.toContain(secret.slice(7, 20));

  await open(page, 'desk.revokeSelf');
  const revoke = page.getByRole('form', { name: 'Try desk.revokeSelf' });
  await revoke.getByRole('button', { name: 'Send' }).click();
  await expect(revoke).toContainText('This cannot be undone.');
  await revoke.getByRole('button', { name: 'Keep it' }).click();
  await revoke.getByRole('button', { name: 'Send' }).click();
  await revoke.getByRole('button', { name: 'Send all the same' }).click();
  await expect(revoke).toContainText('204');
  await self.getByRole('button', { name: 'Send' }).click();
  await expect(self).toContainText('401');
});

test('the description of this desk is at /openapi.json, for whoever asks', async ({ openContext }) => {
  const context = await openContext();
  const reply = await context.request.get('/openapi.json');
  expect(reply.status()).toBe(200);
  expect(await reply.json()).toMatchObject({
    openapi: '3.1.1',
    servers: [{ url: expect.any(String) as unknown }],
  });
});

test('on a phone nothing leads sideways', async ({ openAs }) => {
  const page = await openAs('noor', '/docs/api');
  await page.setViewportSize({ width: 360, height: 780 });
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(wide).toBeLessThanOrEqual(360);
  await entry(page, 'desk.editToken').scrollIntoViewIfNeeded();
  await page.screenshot({ path: `${outputDir}/api-reference-entry-360.png` });
});
