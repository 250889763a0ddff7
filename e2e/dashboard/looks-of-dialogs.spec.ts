import { look } from '../support/look';
import { makeToken, limitedTo } from '../support/make-token';
import { people } from '../support/people';
import { expect, test } from '../support/test';
import { choose, confirm, dialog, fillToken, findRow, tool } from '../support/token-dialogs';

const { password } = people.noor;
const reading = ['environment.control.GetEnvs', 'environment.control.GetEnvInfo'] as const;
const long =
  'Nightly job of the platform team that stops every test environment in every project at eleven, written by someone who left, ' +
  'kept because nobody knows what else it does; ask before you remove it, and see the wiki under operations, nights, environments, stop';

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
  await sheet.getByRole('button', { name: 'Choose a day' }).click();
  await expect(page.getByRole('dialog', { name: 'Choose the last day' }).getByRole('grid')).toBeVisible();
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
