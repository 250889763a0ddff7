import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { generateDocument } from '@/tests/support/openapi/generate-document';
import { look } from '../support/look';
import { root } from '../support/paths';
import { people } from '../support/people';
import { callAction, readAnswer } from '../support/server-action';
import { expect, test } from '../support/test';
import { choose, confirm, dialog, fillToken, findRow, generate, tool } from '../support/token-dialogs';

const { password } = people.noor;
const shop = readFileSync(path.join(root, 'docs/guides/shop.yaml'), 'utf8');
const list = 'shop.orders.listOrders';
const refund = 'shop.orders.refundOrder';

const sheet = (page: Page, name: string) => page.getByRole('dialog', { name });
const line = (page: Page, name: string) => page.getByRole('row').filter({ hasText: name });

/** Chooses a document in the import dialog. */
async function give(page: Page, title: string, name: string, text: string): Promise<void> {
  await sheet(page, title)
    .getByLabel('Document', { exact: true })
    .setInputFiles({ name, mimeType: 'application/yaml', buffer: Buffer.from(text) });
}

/** Folds the desk's own services in the picker, so that the imported ones come into sight. */
async function foldBuiltIn(form: Locator): Promise<void> {
  for (const service of ['environment', 'marketplace', 'users', 'desk'])
    await form.getByRole('button', { name: `Fold ${service}`, exact: true }).click();
}

async function importShop(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await give(page, 'Import a service', 'shop.yaml', shop);
  const form = sheet(page, 'Import a service');
  await expect(form.getByText(/Shop API, 2\.3\.0: 30 operations/)).toBeVisible();
  await form.getByLabel('Name', { exact: true }).fill('shop');
  await form.getByRole('button', { name: 'store for storeId' }).click();
}

test('a document is imported, granted by its key of a context, imported again and removed: tokens keep what is gone', async ({
  startDesk,
  openOn,
}) => {
  const desk = await startDesk({ template: 'demo' });
  const page = await openOn(desk, 'noor', '/environments');
  await page.getByRole('link', { name: 'Catalog', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Catalog', level: 1 })).toBeVisible();
  await look(page, 'catalog-empty');

  await importShop(page);
  await look(page, 'catalog-import');
  await sheet(page, 'Import a service').getByRole('button', { name: 'Continue' }).click();
  await expect(dialog(page, 'Confirm with your password')).toContainText('30 added');
  await look(page, 'catalog-import-confirm');
  await confirm(page, 'not the password of Noor');
  await expect(
    dialog(page, 'Confirm with your password').getByText(/That is not your password/),
  ).toBeVisible();
  await confirm(page, password);
  await expect(line(page, 'Shop API')).toContainText('30');
  await look(page, 'catalog');

  await page.goto('/profile/auth-tokens');
  await tool(page, 'Generate').click();
  const form = dialog(page, 'Generate token');
  await choose(page, form, 'Context', 'Store …');
  await form.getByLabel('Store key').fill('no / key');
  await form.getByRole('button', { name: 'Use' }).click();
  await expect(form.getByText(/A key has letters/)).toBeVisible();
  await form.getByLabel('Store key').fill('17');
  await form.getByLabel('Store key').press('Enter');
  await expect(form.getByRole('combobox', { name: 'Context' })).toContainText('store:17');
  await foldBuiltIn(form);
  await form.getByRole('checkbox', { name: 'All of shop.orders' }).check();
  await look(page, 'generate-imported');
  await page.goto('/profile/auth-tokens');
  await generate(
    page,
    { description: 'Reads the orders of 17', context: 'global', permissions: [list, refund] },
    password,
  );

  await page.goto('/admin/catalog');
  await page.getByRole('button', { name: 'Import shop again' }).click();
  const smaller = shop
    .split('\n')
    .filter((each) => !each.includes('refundOrder'))
    .join('\n');
  await give(page, 'Import again', 'shop.yaml', smaller.replace('version: 2.3.0', 'version: 2.4.0'));
  await expect(sheet(page, 'Import again').getByText(/29 operations/)).toBeVisible();
  await sheet(page, 'Import again').getByRole('button', { name: 'Continue' }).click();
  const asked = dialog(page, 'Confirm with your password');
  await expect(asked).toContainText('1 gone');
  await expect(
    asked.getByRole('listitem').filter({ hasText: 'Reads the orders of 17' }).last(),
  ).toContainText('loses one operation');
  await look(page, 'catalog-again-confirm');
  await confirm(page, password);
  await expect(line(page, 'Shop API')).toContainText('1 gone');

  await page.goto('/profile/auth-tokens');
  await expect(await findRow(page, 'Reads the orders of 17')).toContainText('1 permission gone');
  await (await findRow(page, 'Reads the orders of 17')).click();
  await tool(page, 'Edit').click();
  await expect(dialog(page, 'Edit token').locator('del')).toHaveText(refund);
  await look(page, 'edit-gone');

  await page.goto('/docs/services/shop');
  await page.getByRole('textbox', { name: 'Search operations' }).fill('refund');
  await expect(page.getByRole('listitem').filter({ hasText: 'refundOrder' })).toContainText('gone');
  await look(page, 'service-operations');

  await page.goto('/admin/catalog');
  await page.getByRole('button', { name: 'Remove shop' }).click();
  await expect(asked).toContainText('Reads the orders of 17');
  await look(page, 'catalog-remove');
  await asked.getByLabel('Password', { exact: true }).fill(password);
  await asked.getByRole('button', { name: 'Remove' }).click();
  await expect(asked).toBeHidden();
  await expect(line(page, 'Shop API')).toContainText('Removed');
});

test('a bad document is refused with line and reason beside the file', async ({ openAs }) => {
  const page = await openAs('noor', '/admin/catalog');
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await give(page, 'Import a service', 'broken.yaml', 'openapi: 3.1.0\ninfo: {title: x\npaths: [');
  await expect(
    sheet(page, 'Import a service')
      .getByText(/[Ll]ine \d/)
      .first(),
  ).toBeVisible();
  await look(page, 'catalog-refused');
});

test('8,000 operations are imported in the browser, and the picker folds them', async ({
  startDesk,
  openOn,
}) => {
  test.setTimeout(300_000);
  const desk = await startDesk({ template: 'demo' });
  const page = await openOn(desk, 'noor', '/admin/catalog');
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await give(page, 'Import a service', 'large.json', JSON.stringify(generateDocument({ operations: 8_000 })));
  const form = sheet(page, 'Import a service');
  await expect(form.getByText(/8,000 operations/)).toBeVisible({ timeout: 60_000 });
  await form.getByLabel('Name', { exact: true }).fill('large');
  await form.getByRole('button', { name: 'Continue' }).click();
  await expect(dialog(page, 'Confirm with your password')).toContainText('8,000 added', { timeout: 60_000 });
  await confirm(page, password);
  await expect(line(page, 'large')).toContainText('8,000', { timeout: 60_000 });
  await look(page, 'catalog-large');
  await page.goto('/docs/services/large');
  await expect(page.getByRole('region', { name: 'Operations' })).toBeVisible();
  await look(page, 'service-operations-large');
  await page.goto('/profile/auth-tokens');
  await tool(page, 'Generate').click();
  const generateForm = dialog(page, 'Generate token');
  await fillToken(page, generateForm, { context: 'global' });
  await foldBuiltIn(generateForm);
  await expect(generateForm.getByRole('checkbox', { name: 'All of large', exact: true })).toBeVisible();
  await generateForm.getByRole('button', { name: 'Unfold large', exact: true }).click();
  await generateForm
    .getByRole('checkbox', { name: /^All of large\./ })
    .first()
    .check();
  await look(page, 'generate-large');
  await page.goto('/admin/roles');
  await page.getByRole('button', { name: 'New role' }).click();
  await sheet(page, 'New role').getByRole('button', { name: 'Unfold all' }).click();
  await expect(sheet(page, 'New role').getByRole('button', { name: /^Show 400 more/ })).toBeVisible();
});

test('AZ-1 without the permission the page is not there, no action answers, and no large body is read (WEB-10)', async ({
  openAs,
  desk,
  cookieOf,
}) => {
  const page = await openAs('pavel', '/admin/catalog');
  await expect(page.getByRole('heading', { name: 'There is no such page' })).toBeVisible();
  const cookie = await cookieOf(desk, 'pavel');
  const answer = readAnswer(
    await callAction(desk.url, cookie, 'previewServiceRemovalAction', 'shop', '/admin/catalog'),
  );
  expect(answer).toMatchObject({ isOk: false, error: { code: 'permission_denied' } });
  const large = { method: 'POST', body: 'x'.repeat(100_000), headers: { origin: desk.url, cookie } };
  expect((await fetch(`${desk.url}/admin/catalog`, large)).status).toBe(413);
});
