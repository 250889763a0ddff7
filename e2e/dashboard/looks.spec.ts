import type { Page } from '@playwright/test';
import { expectAccessible } from '../support/axe';
import { signInByHttp } from '../support/cookie';
import { makeToken, limitedTo } from '../support/make-token';
import { people } from '../support/people';
import { shot } from '../support/shot';
import { callAction, readAnswer } from '../support/server-action';
import { expect, giveCookie, test } from '../support/test';
import { choose, confirm, dialog, fillToken, findRow, tool } from '../support/token-dialogs';
import { addTokens } from '../support/write-rows';

/** A screen as it stands: its pictures, and axe without a word to say. */
async function look(page: Page, name: string): Promise<void> {
  await shot(page, name);
  await expectAccessible(page, name);
}

const { password } = people.noor;
const reading = ['environment.control.GetEnvs', 'environment.control.GetEnvInfo'] as const;
const long =
  'Nightly job of the platform team that stops every test environment in every project at eleven, written by someone who left, ' +
  'kept because nobody knows what else it does; ask before you remove it, and see the wiki under operations, nights, environments, stop';

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

test('Generate with picked permissions passes axe and has its pictures', async ({ openAs }) => {
  const page = await openAs('noor');
  await tool(page, 'Generate').click();
  const sheet = dialog(page, 'Generate token');
  await expect(sheet.getByRole('checkbox', { name: reading[0] })).toBeVisible();
  await look(page, 'generate-fresh');
  await sheet.getByRole('button', { name: 'Generate token' }).click();
  await expect(sheet.getByLabel('Description')).toHaveAttribute('aria-invalid', 'true');
  await look(page, 'generate-errors');
  await fillToken(page, sheet, {
    description: 'GitLab CI, shop deploys',
    access: 'Limited access',
    context: 'project:shop',
    permissions: reading,
  });
  await look(page, 'generate-limited');
  await sheet.getByLabel('Only checked').check();
  await look(page, 'generate-only-checked');
  await sheet.getByLabel('Only checked').uncheck();
  await sheet.getByRole('searchbox', { name: 'Search permissions' }).fill('stop env');
  await look(page, 'generate-search');
  await sheet.getByRole('searchbox', { name: 'Search permissions' }).fill('nothing is called this');
  await look(page, 'generate-search-empty');
  await sheet.getByRole('searchbox', { name: 'Search permissions' }).fill('');
});

test('Generate with several contexts, a set and no end passes axe and has its pictures', async ({
  openAs,
}) => {
  const page = await openAs('noor');
  await tool(page, 'Generate').click();
  const sheet = dialog(page, 'Generate token');
  await fillToken(page, sheet, { context: 'project:shop', permissions: reading });
  await sheet.getByRole('button', { name: 'Add a second context' }).click();
  await look(page, 'generate-two-contexts');
  await choose(page, sheet, 'Permission set', 'Extended Access');
  await look(page, 'generate-set');
  await fillToken(page, sheet, { expires: 'never' });
  await look(page, 'generate-never');
});

test('Generate with mistakes, the calendar and full access passes axe and has its pictures', async ({
  openAs,
}) => {
  const page = await openAs('noor');
  await tool(page, 'Generate').click();
  const sheet = dialog(page, 'Generate token');
  await fillToken(page, sheet, { description: long.slice(0, 255), expires: '31-02-2027' });
  await sheet.getByRole('button', { name: 'Generate token' }).click();
  await expect(sheet.getByLabel('Expires at')).toHaveAttribute('aria-invalid', 'true');
  await look(page, 'generate-long-and-wrong');
  await sheet.getByRole('button', { name: /calendar/i }).click();
  await look(page, 'generate-calendar');
  await page.keyboard.press('Escape');
  await sheet.getByRole('radio', { name: 'Full access' }).click();
  await look(page, 'generate-full');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('alertdialog')).toBeVisible();
  await look(page, 'generate-leave');
});

test('the password, the secret and the wrong password pass axe and have their pictures', async ({
  openAs,
  desk,
}) => {
  const page = await openAs('noor');
  await tool(page, 'Generate').click();
  const sheet = dialog(page, 'Generate token');
  await fillToken(page, sheet, {
    description: 'GitLab CI, shop deploys',
    context: 'project:shop',
    permissions: reading,
  });
  await sheet.getByRole('button', { name: 'Generate token' }).click();
  const asked = dialog(page, 'Confirm with your password');
  await expect(asked.getByLabel('Password', { exact: true })).toBeFocused();
  await look(page, 'confirm-generate');
  await confirm(page, 'certainly not my password');
  await expect(asked).toContainText('4 tries left');
  await look(page, 'confirm-wrong');
  await confirm(page, password);
  const news = dialog(page, 'Your new token');
  desk.remember(
    'a secret of the pictures',
    (await news.getByLabel('Token', { exact: true }).inputValue()).slice(7),
  );
  await look(page, 'new-token');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('alertdialog')).toBeVisible();
  await look(page, 'new-token-not-taken');
  await page.getByRole('button', { name: 'Back to the secret' }).click();
  await news.getByRole('button', { name: 'Copy to clipboard' }).click();
  await expect(news).toContainText('Taken');
  await look(page, 'new-token-taken');
});

test('Edit, Copy, Regenerate and Remove pass axe and have their pictures', async ({
  openAs,
  desk,
  cookieOf,
}) => {
  const cookie = await cookieOf(desk, 'noor');
  for (const description of ['Pictured one', 'Pictured two', long.slice(0, 255)]) {
    await makeToken(desk, cookie, 'noor', {
      description,
      expiry: '31-12-2099',
      ...limitedTo('project:shop', ...reading),
    });
  }
  const page = await openAs('noor');
  await (await findRow(page, 'Pictured one')).click();
  await tool(page, 'Edit').click();
  const edit = dialog(page, 'Edit token');
  await expect(edit.getByLabel('Description')).toHaveValue('Pictured one');
  await look(page, 'edit');
  await edit.getByRole('button', { name: 'Regenerate' }).click();
  await expect(dialog(page, 'Confirm with your password')).toBeVisible();
  await look(page, 'regenerate');
  await page.getByRole('button', { name: 'Back' }).click();
  await fillToken(page, edit, {
    description: 'Pictured one, changed',
    permissions: ['environment.control.StopEnv'],
  });
  await edit.getByRole('button', { name: 'Save changes' }).click();
  await look(page, 'confirm-edit');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Leave' }).click();
  await tool(page, 'Copy').click();
  await expect(dialog(page, 'Copy token').getByLabel('Description')).toHaveValue('Copy of Pictured one');
  await look(page, 'copy');
  await page.keyboard.press('Escape');
  await page.getByRole('searchbox', { name: 'Search tokens' }).fill('Pictured');
  await page.getByRole('checkbox', { name: 'Select all tokens' }).click();
  await look(page, 'tokens-selected');
  await tool(page, 'Remove').click();
  await expect(dialog(page, 'Remove tokens')).toBeVisible();
  await look(page, 'remove');
  await page.keyboard.press('Escape');
  await findRow(page, long.slice(0, 255));
  await look(page, 'tokens-long');
  await page.getByRole('searchbox', { name: 'Search tokens' }).fill('nothing is called this');
  await look(page, 'tokens-no-match');
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
