import type { Desk } from '../support/desk';
import { wire } from '../support/desk-api';
import { look } from '../support/look';
import { limitedTo, makeToken, type MadeToken } from '../support/make-token';
import { people } from '../support/people';
import { expect, test } from '../support/test';
import { confirm, dialog, operation } from '../support/token-dialogs';

const { password } = people.tomasz;
const list = 'environment.control.GetEnvs';
const start = 'environment.control.StartEnv';
const tokens = 'users.authentication.GetTokens';

/** What the desk answers when a token asks for an environment that it may not start. */
async function refusalOf(desk: Desk, { secret }: MadeToken): Promise<{ result: number; link?: string }> {
  const path = '/1.0/environment/control/rest/startenv?envName=shop-production';
  const { text } = await wire(desk.url, path, { headers: { authorization: `Bearer ${secret}` } });
  return JSON.parse(text) as { result: number; link?: string };
}

async function linkOf(desk: Desk, made: MadeToken): Promise<string> {
  const { link } = await refusalOf(desk, made);
  if (link === undefined) throw new Error('The refusal has no link.');
  return link;
}

test('law 6 the link of a refusal opens Edit with exactly what was missing ticked, and it works after the password', async ({
  desk,
  cookieOf,
  openAs,
}) => {
  const cookie = await cookieOf(desk, 'tomasz');
  const description = 'Refused once';
  const made = await makeToken(desk, cookie, 'tomasz', { description, ...limitedTo('project:shop', list) });
  const refused = await refusalOf(desk, made);
  expect(refused).toMatchObject({ result: 8202, link: expect.stringContaining(`${desk.url}/profile/`) });
  const page = await openAs('tomasz', refused.link);
  const sheet = dialog(page, 'Edit token');
  await expect(sheet.getByLabel('Description')).toHaveValue(description);
  await expect(sheet.getByText('Ticked because a request was refused')).toBeVisible();
  await expect(page, 'the link has left the address').toHaveURL(`${desk.url}/profile/auth-tokens`);
  await look(page, 'grant-link-edit');
  await expect(await operation(sheet, start)).toBeChecked();
  await expect(await operation(sheet, list)).toBeChecked();
  await expect(await operation(sheet, 'environment.control.StopEnv')).not.toBeChecked();
  await sheet.getByRole('searchbox', { name: 'Search permissions' }).fill('');
  await sheet.getByRole('button', { name: 'Save changes' }).click();
  const asked = dialog(page, 'Confirm with your password');
  await expect(asked).toContainText(start);
  expect((await refusalOf(desk, made)).result, 'nothing is granted before the password').toBe(8202);
  await confirm(page, password);
  await expect(asked).toBeHidden();
  expect((await refusalOf(desk, made)).result).not.toBe(8202);
});

test('signing in between keeps what the link asks for', async ({ desk, cookieOf, openContext }) => {
  const cookie = await cookieOf(desk, 'tomasz');
  const made = await makeToken(desk, cookie, 'tomasz', {
    description: 'Refused while signed out',
    ...limitedTo('project:shop', list),
  });
  const page = await (await openContext()).newPage();
  await page.goto(await linkOf(desk, made));
  await page.getByLabel('Email').fill(people.tomasz.email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL(({ pathname }) => pathname === '/profile/auth-tokens');
  const sheet = dialog(page, 'Edit token');
  await expect(sheet.getByLabel('Description')).toHaveValue('Refused while signed out');
  await expect(await operation(sheet, start)).toBeChecked();
});

test('a token on a permission set becomes Custom with it', async ({ desk, cookieOf, openAs }) => {
  const cookie = await cookieOf(desk, 'tomasz');
  const made = await makeToken(desk, cookie, 'tomasz', {
    description: 'On a set',
    access: { kind: 'limited', entries: [{ context: 'project:shop', set: 'Maven Plugin' }] },
  });
  const page = await openAs('tomasz', await linkOf(desk, made));
  const sheet = dialog(page, 'Edit token');
  await expect(sheet.getByRole('combobox', { name: 'Permission set' })).toContainText('Custom');
  await expect(await operation(sheet, start)).toBeChecked();
  await expect(await operation(sheet, 'environment.file.Upload')).toBeChecked();
});

test('a link that opens nothing says why, and leaves the address', async ({ desk, cookieOf, openAs }) => {
  const made = await makeToken(desk, await cookieOf(desk, 'tomasz'), 'tomasz', {
    description: 'Of someone else',
    ...limitedTo('project:shop', list),
  });
  const link = await linkOf(desk, made);
  const tampered = await openAs('tomasz', link.replace(start, tokens));
  await expect(tampered.getByText('This link is not whole.')).toBeVisible();
  await expect(tampered).toHaveURL(`${desk.url}/profile/auth-tokens`);
  await expect(tampered.getByRole('dialog')).toHaveCount(0);
  await look(tampered, 'grant-link-refused');
  await tampered.getByRole('button', { name: 'Dismiss' }).click();
  await expect(tampered.getByText('This link is not whole.')).toBeHidden();
  const foreign = await openAs('ines', link);
  await expect(foreign.getByText('The token of this link is not here')).toBeVisible();
  await expect(foreign.getByRole('dialog')).toHaveCount(0);
});
