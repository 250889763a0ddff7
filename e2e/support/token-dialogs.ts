import { expect, type Locator, type Page } from '@playwright/test';

/** What a person fills in. Left out: as the dialog proposes it. */
export interface FilledToken {
  description?: string;
  expires?: string;
  access?: 'Full access' | 'Limited access';
  context?: string;
  set?: string;
  permissions?: readonly string[];
}

export type DialogTitle =
  | 'Generate token'
  | 'Edit token'
  | 'Copy token'
  | 'Confirm with your password'
  | 'Your new token'
  | 'Remove tokens';

/** A dialog by its accessible name. */
export function dialog(page: Page, title: DialogTitle): Locator {
  return page.getByRole('dialog', { name: title });
}

/** A tool of the toolbar. */
export function tool(page: Page, name: 'Generate' | 'Edit' | 'Copy' | 'Remove' | 'Refresh'): Locator {
  return page.getByRole('toolbar', { name: 'Token actions' }).getByRole('button', { name, exact: true });
}

/** A line of the grid by its description. */
export function row(page: Page, description: string): Locator {
  return page
    .getByRole('grid', { name: 'Auth tokens' })
    .getByRole('row')
    .filter({ has: page.getByText(description, { exact: true }) });
}

/** The same, found by the search as a person with many tokens would: the grid draws only the lines in view. */
export async function findRow(page: Page, description: string): Promise<Locator> {
  await page.getByRole('searchbox', { name: 'Search tokens' }).fill(description);
  const found = row(page, description);
  await expect(found).toBeVisible();
  return found;
}

/** Chooses in a select: opens it and takes the option whose name begins with `option`. */
export async function choose(page: Page, sheet: Locator, label: string, option: string): Promise<void> {
  await sheet.getByRole('combobox', { name: label }).click();
  await page
    .getByRole('option', { name: new RegExp(`^${option.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`) })
    .click();
}

/** The checkbox of an operation, brought into view by the search as a person would. */
export async function operation(sheet: Locator, code: string): Promise<Locator> {
  await sheet.getByRole('searchbox', { name: 'Search permissions' }).fill(code);
  return sheet.getByRole('checkbox', { name: code, exact: true });
}

/** Fills the form of Generate, Edit or Copy. */
export async function fillToken(page: Page, sheet: Locator, filled: FilledToken): Promise<void> {
  if (filled.description !== undefined) await sheet.getByLabel('Description').fill(filled.description);
  if (filled.expires !== undefined) await sheet.getByLabel('Expires at').fill(filled.expires);
  if (filled.access !== undefined) await sheet.getByRole('radio', { name: filled.access }).click();
  if (filled.context !== undefined) await choose(page, sheet, 'Context', filled.context);
  if (filled.set !== undefined) await choose(page, sheet, 'Permission set', filled.set);
  for (const code of filled.permissions ?? []) await (await operation(sheet, code)).check();
  if (filled.permissions !== undefined)
    await sheet.getByRole('searchbox', { name: 'Search permissions' }).fill('');
}

/** Gives the password to the confirm step. */
export async function confirm(page: Page, password: string): Promise<void> {
  const sheet = dialog(page, 'Confirm with your password');
  await sheet.getByLabel('Password', { exact: true }).fill(password);
  await sheet.getByRole('button', { name: 'Confirm' }).click();
}

/** Reads the secret from its field, copies it, and closes. */
export async function takeSecret(page: Page): Promise<string> {
  const sheet = dialog(page, 'Your new token');
  const secret = await sheet.getByLabel('Token', { exact: true }).inputValue();
  expect(secret).toMatch(/^td_pat_[0-9A-Za-z]{49}$/);
  await sheet.getByRole('button', { name: 'Copy to clipboard' }).click();
  await sheet.getByRole('button', { name: 'Done' }).click();
  await expect(sheet).toBeHidden();
  return secret;
}

/** The whole way: Generate, form, password, secret. */
export async function generate(page: Page, filled: FilledToken, password: string): Promise<string> {
  await tool(page, 'Generate').click();
  const sheet = dialog(page, 'Generate token');
  await fillToken(page, sheet, filled);
  await sheet.getByRole('button', { name: 'Generate token' }).click();
  await confirm(page, password);
  return takeSecret(page);
}
