import { signInByHttp } from '../support/cookie';
import { look } from '../support/look';
import { people } from '../support/people';
import { callAction, readAnswer } from '../support/server-action';
import { expect, giveCookie, test } from '../support/test';
import { dialog } from '../support/token-dialogs';
import { addTokens } from '../support/write-rows';

const { password } = people.noor;

const screens: [string, string, string][] = [
  ['tokens', '/profile/auth-tokens', 'Auth Tokens'],
  ['security', '/profile/security', 'Security'],
  ['environments', '/environments', 'Environments'],
  ['people', '/admin/people', 'People'],
  ['all-tokens', '/admin/tokens', 'All tokens'],
  ['audit', '/admin/audit', 'Audit log'],
  ['api-reference', '/docs/api', 'API reference'],
];

for (const [name, path, heading] of screens) {
  test(`the screen ${path} passes axe in light and dark, and has its pictures`, async ({ openAs }) => {
    const page = await openAs('noor', path);
    await expect(page.getByRole('heading', { name: heading, level: 1 })).toBeVisible();
    await look(page, name);
  });
}

test('sign-in, set-up and error pages pass axe and have their pictures', async ({
  openContext,
  startDesk,
  pageWatch,
}) => {
  pageWatch.expect(/404|401/);
  const desk = await startDesk({ template: 'empty' });
  const page = await (await openContext(desk.url)).newPage();
  await page.goto(desk.setupLink());
  await expect(page.getByLabel('One-time code')).not.toHaveValue('');
  await look(page, 'setup');
  await page.getByRole('button', { name: 'Open the desk' }).click();
  await expect(page.getByLabel('Name')).toHaveAttribute('aria-invalid', 'true');
  await look(page, 'setup-errors');
  const second = await (await openContext()).newPage();
  await second.goto('/sign-in');
  await look(second, 'sign-in');
  await second.getByLabel('Email').fill('nobody@northwharf.example');
  await second.getByLabel('Password', { exact: true }).fill('not a password here');
  await second.getByRole('button', { name: 'Sign in' }).click();
  await expect(second.getByRole('alert').filter({ hasText: /\S/ })).toBeVisible();
  await look(second, 'sign-in-refused');
  await second.goto('/nowhere');
  await look(second, 'not-found');
});

test('the empty desk and a desk of 2,000 tokens pass axe and have their pictures', async ({
  startDesk,
  openOn,
  openContext,
  cookieOf,
}) => {
  const desk = await startDesk({ template: 'demo' });
  const empty = await openOn(desk, 'pavel');
  await look(empty, 'tokens-empty');
  const newcomer = {
    name: 'Lena Brandt',
    email: 'lena@northwharf.example',
    password: 'a lantern for the newcomer',
  };
  const input = { ...newcomer, roles: [{ role: 'member', context: 'global' }], proof: { password } };
  const answer = readAnswer(
    await callAction(desk.url, await cookieOf(desk, 'noor'), 'createPersonAction', input, '/admin/people'),
  );
  expect(answer).toMatchObject({ isOk: true });
  const context = await openContext(desk.url);
  await giveCookie(context, desk.url, (await signInByHttp(desk.url, newcomer)).cookie);
  const nowhere = await context.newPage();
  await nowhere.goto('/environments');
  await expect(nowhere.getByRole('heading', { name: 'No environment is in sight.' })).toBeVisible();
  await look(nowhere, 'environments-empty');
  addTokens(desk.dataDir, people.noor.email, 2_000);
  const full = await openOn(desk, 'noor');
  await expect(full.getByRole('grid', { name: 'Auth tokens' })).toHaveAttribute('aria-rowcount', /^2\d\d\d$/);
  await look(full, 'tokens-2000');
});

test('menus and the dialogs of People pass axe and have their pictures', async ({ openAs }) => {
  const page = await openAs('noor', '/admin/people');
  await page.getByRole('button', { name: people.noor.name, exact: true }).click();
  await expect(page.getByRole('menu')).toBeVisible();
  await look(page, 'profile-menu');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Create person' }).click();
  const create = page.getByRole('dialog', { name: 'Create person' });
  await create.getByRole('button', { name: 'Continue' }).click();
  await expect(create.getByLabel('Name')).toHaveAttribute('aria-invalid', 'true');
  await look(page, 'create-person');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: `Edit roles of ${people.tomasz.name}` }).click();
  const roles = page.getByRole('dialog', { name: 'Edit roles' });
  await look(page, 'edit-roles');
  await roles.getByRole('button', { name: 'Take role 1 away' }).click();
  await roles.getByRole('button', { name: 'Continue' }).click();
  await look(page, 'edit-roles-confirm');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: `Block ${people.tomasz.name}` }).click();
  await expect(dialog(page, 'Confirm with your password')).toBeVisible();
  await look(page, 'block-person');
  await page.keyboard.press('Escape');
  await page.goto('/admin/audit');
  await page
    .getByRole('button', { name: /^Every field of event/ })
    .first()
    .click();
  await look(page, 'audit-open');
});
