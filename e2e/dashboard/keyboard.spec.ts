import { people } from '../support/people';
import { press } from '../support/press-until';
import { expect, test } from '../support/test';
import { dialog, row } from '../support/token-dialogs';

test('everything by keyboard: sign in, generate, copy the secret, select, remove', async ({
  openContext,
  desk,
}) => {
  const { email, password } = people.noor;
  const context = await openContext();
  const page = await context.newPage();
  await page.goto('/sign-in');
  await expect(page.getByLabel('Email')).toBeFocused();
  await page.keyboard.type(email);
  await page.keyboard.press('Tab');
  await expect(page.getByLabel('Password', { exact: true })).toBeFocused();
  await page.keyboard.type(password);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Auth Tokens', level: 1 })).toBeVisible();

  await press(page, 'Tab', (name) => name === 'Generate');
  await page.keyboard.press('Enter');
  const sheet = dialog(page, 'Generate token');
  await expect(sheet.getByLabel('Description')).toBeFocused();
  await page.keyboard.type('Made without a mouse');
  await press(page, 'Tab', (name) => name.includes('Search permissions'));
  await page.keyboard.type('StopEnv');
  await page.keyboard.press('ArrowDown');
  await press(page, 'ArrowDown', (name) => name.startsWith('environment.control.StopEnv'));
  await page.keyboard.press('Space');
  await expect(sheet.getByRole('checkbox', { name: 'environment.control.StopEnv' })).toBeChecked();
  await page.keyboard.press('Tab');
  await expect(
    sheet.getByRole('link', { name: 'API docs for environment.control.StopEnv' }),
    'the docs link shows on focus',
  ).toBeFocused();
  await expect(sheet.getByRole('link', { name: 'API docs for environment.control.StopEnv' })).toBeVisible();
  await press(page, 'Tab', (name) => name === 'Generate token');
  await page.keyboard.press('Enter');

  await expect(
    dialog(page, 'Confirm with your password').getByLabel('Password', { exact: true }),
  ).toBeFocused();
  await page.keyboard.type(password);
  await page.keyboard.press('Enter');
  const news = dialog(page, 'Your new token');
  await expect(news).toBeVisible();
  await press(page, 'Tab', (name) => name.includes('Copy to clipboard'));
  await page.keyboard.press('Enter');
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toMatch(/^td_pat_[0-9A-Za-z]{49}$/);
  desk.remember('a secret made by keyboard', copied.slice(7));
  await press(page, 'Tab', (name) => name === 'Done');
  await page.keyboard.press('Enter');
  await expect(news).toBeHidden();

  await page.keyboard.press('/');
  await page.keyboard.type('Made without a mouse');
  const line = row(page, 'Made without a mouse');
  await expect(line).toBeVisible();
  await press(page, 'Tab', (name) => name.includes('Made without a mouse') && !name.startsWith('Select'));
  await expect(line).toBeFocused();
  if ((await line.getAttribute('aria-selected')) !== 'true') await page.keyboard.press('Space');
  await expect(line).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Delete');
  await expect(dialog(page, 'Remove tokens').getByLabel('Password', { exact: true })).toBeFocused();
  await page.keyboard.type(password);
  await page.keyboard.press('Enter');
  await expect(dialog(page, 'Remove tokens')).toBeHidden();
  await expect(line).toHaveCount(0);
});

test('the grid is walked as a file manager: arrows, Space, Shift+arrows, Ctrl+A, Enter', async ({
  openAs,
}) => {
  const page = await openAs('noor');
  const grid = page.getByRole('grid', { name: 'Auth tokens' });
  const lines = grid.locator('tbody [role=row], tbody tr[data-id]');
  const selected = grid.locator('[aria-selected=true]');
  await lines.first().click();
  await expect(selected).toHaveCount(1);
  await page.keyboard.press('ArrowDown');
  await expect(lines.nth(1)).toBeFocused();
  await expect(selected).toHaveCount(1);
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(selected).toHaveCount(3);
  await page.keyboard.press('Shift+ArrowUp');
  await expect(selected).toHaveCount(2);
  await page.keyboard.press('Space');
  await expect(selected).toHaveCount(1);
  await page.keyboard.press('Control+a');
  await expect(page.getByRole('checkbox', { name: 'Select all tokens' })).toBeChecked();
  await page.keyboard.press('Home');
  await expect(selected).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(dialog(page, 'Edit token')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog(page, 'Edit token')).toBeHidden();
  await expect(lines.first()).toBeFocused();
});
