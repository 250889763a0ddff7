import { deskApi } from '../support/desk-api';
import { makeToken } from '../support/make-token';
import { people } from '../support/people';
import { readRows } from '../support/rows';
import { expect, test } from '../support/test';
import { dialog, findRow, row, tool } from '../support/token-dialogs';

const getInfo = 'users.account.GetUserInfo';

test('Shift and Ctrl select as in a file manager, and the selected are removed together with the password', async ({
  startDesk,
  cookieOf,
  openOn,
}) => {
  const desk = await startDesk({ template: 'demo' });
  const cookie = await cookieOf(desk, 'noor');
  const names = ['aa one', 'aa two', 'aa three', 'aa four', 'aa five', 'aa six'];
  const made = new Map<string, string>();
  for (const description of names)
    made.set(description, (await makeToken(desk, cookie, 'noor', { description })).secret);
  const page = await openOn(desk, 'noor');
  await page.getByRole('searchbox', { name: 'Search tokens' }).fill('aa ');
  await expect(row(page, 'aa one')).toBeVisible();
  await page.getByRole('button', { name: 'Description' }).click();

  // Sorted: five, four, one, six, three, two.
  await row(page, 'aa five').click();
  await row(page, 'aa one').click({ modifiers: ['Shift'] });
  await row(page, 'aa three').click({ modifiers: ['ControlOrMeta'] });
  await row(page, 'aa four').click({ modifiers: ['ControlOrMeta'] });
  const chosen = ['aa five', 'aa one', 'aa three'];
  for (const name of names) {
    await expect(row(page, name)).toHaveAttribute('aria-selected', String(chosen.includes(name)));
  }
  await expect(tool(page, 'Edit')).toHaveAttribute('aria-disabled', 'true');

  await tool(page, 'Remove').click();
  const sheet = dialog(page, 'Remove tokens');
  for (const name of chosen) await expect(sheet).toContainText(name);
  await sheet.getByLabel('Password', { exact: true }).fill('not the password');
  await sheet.getByRole('button', { name: 'Remove 3 tokens' }).click();
  await expect(sheet).toContainText(/4 tries left/);
  for (const name of chosen)
    expect((await deskApi(desk.url, made.get(name) ?? '').call(getInfo)).result, 'nothing was removed').toBe(
      0,
    );

  await sheet.getByLabel('Password', { exact: true }).fill(people.noor.password);
  await sheet.getByRole('button', { name: 'Remove 3 tokens' }).click();
  await expect(sheet).toBeHidden();
  for (const name of names) {
    await expect(row(page, name)).toHaveCount(chosen.includes(name) ? 0 : 1);
    expect((await deskApi(desk.url, made.get(name) ?? '').call(getInfo)).result, name).toBe(
      chosen.includes(name) ? 702 : 0,
    );
  }
  const removed = readRows(desk.dataDir, "SELECT subjectId FROM Event WHERE action = 'token.removed'");
  expect(removed.length).toBeGreaterThanOrEqual(3);
});

test('a token removed elsewhere leaves the open grid by itself', async ({ desk, cookieOf, openAs }) => {
  const description = 'Gone in another tab';
  await makeToken(desk, await cookieOf(desk, 'noor'), 'noor', { description });
  const watching = await openAs('noor');
  await findRow(watching, description);
  const acting = await watching.context().newPage();
  await acting.goto('/profile/auth-tokens');
  await (await findRow(acting, description)).click();
  await acting.keyboard.press('Delete');
  const sheet = dialog(acting, 'Remove tokens');
  await sheet.getByLabel('Password', { exact: true }).fill(people.noor.password);
  await acting.keyboard.press('Enter');
  await expect(row(watching, description)).toHaveCount(0);
});
