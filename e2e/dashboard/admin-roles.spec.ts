import type { Page } from '@playwright/test';
import { deskApi } from '../support/desk-api';
import { look } from '../support/look';
import { limitedTo, makeToken } from '../support/make-token';
import { people } from '../support/people';
import { callAction, readAnswer } from '../support/server-action';
import { expect, test } from '../support/test';
import { choose, confirm, dialog } from '../support/token-dialogs';

const info = 'environment.control.GetEnvInfo';
const stop = 'environment.control.StopEnv';
const { password } = people.noor;

const sheet = (page: Page, name: string) => page.getByRole('dialog', { name });
const line = (page: Page, name: string) => page.getByRole('row').filter({ hasText: name });

/** The box of a pattern, brought into view by the search as a person would. */
async function box(page: Page, title: string, pattern: string) {
  const form = sheet(page, title);
  await form.getByRole('textbox', { name: 'Search permissions' }).fill(pattern.replace('.*', ''));
  return form.getByRole('checkbox', { name: pattern, exact: true });
}

test('law 1 a role is created, given, and edited: the page names whom and which token it reaches, and it does', async ({
  startDesk,
  cookieOf,
  openOn,
}) => {
  const desk = await startDesk({ template: 'demo' });
  const page = await openOn(desk, 'noor', '/environments');
  await page.getByRole('link', { name: 'Roles', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Roles', level: 1 })).toBeVisible();
  await expect(line(page, 'Project Admin')).toBeVisible();
  await expect(page.getByText('Live', { exact: true })).toBeVisible();
  await look(page, 'roles');

  await page.getByRole('button', { name: 'New role' }).click();
  const form = sheet(page, 'New role');
  await form.getByRole('button', { name: 'Continue' }).click();
  await expect(form.getByLabel('Name', { exact: true })).toHaveAttribute('aria-invalid', 'true');
  await form.getByLabel('Name', { exact: true }).fill('Night operators');
  await expect(form.getByLabel('Key', { exact: true })).toHaveValue('night-operators');
  await form.getByLabel('Summary').fill('Look after environments while the others sleep.');
  await (await box(page, 'New role', 'environment.tracking.*')).check();
  await (await box(page, 'New role', info)).check();
  await (await box(page, 'New role', stop)).check();
  await form.getByRole('textbox', { name: 'Search permissions' }).fill('');
  await form.getByRole('button', { name: 'Unfold environment.control.*' }).click();
  await look(page, 'role-new');
  await form.getByRole('button', { name: 'Continue' }).click();
  await expect(dialog(page, 'Confirm with your password')).toContainText('Nobody yet');
  await confirm(page, password);
  await expect(line(page, 'Night operators')).toBeVisible();

  await page.getByRole('link', { name: 'People', exact: true }).click();
  await page.getByRole('button', { name: `Edit roles of ${people.tomasz.name}` }).click();
  const roles = sheet(page, 'Edit roles');
  const taker = roles.getByRole('button', { name: /^Take role \d away$/ });
  for (let left = await taker.count(); left > 0; left -= 1) await taker.first().click();
  await roles.getByRole('button', { name: 'Add a role' }).click();
  await choose(page, roles, 'Role 1', 'Night operators');
  await choose(page, roles, 'Context 1', 'project:shop');
  await roles.getByRole('button', { name: 'Continue' }).click();
  await confirm(page, password);
  await expect(dialog(page, 'Confirm with your password')).toBeHidden();

  const cookie = await cookieOf(desk, 'tomasz');
  const { secret } = await makeToken(desk, cookie, 'tomasz', {
    description: 'Stops at night',
    ...limitedTo('project:shop', info, stop),
  });
  const api = deskApi(desk.url, secret);
  expect((await api.call(info, { envName: 'shop-staging' })).result).toBe(0);

  await page.getByRole('link', { name: 'Roles', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Remove Night operators' })).toHaveAttribute(
    'aria-disabled',
    'true',
  );
  await page.getByRole('button', { name: 'Edit Night operators' }).click();
  await (await box(page, 'Edit role', stop)).uncheck();
  await sheet(page, 'Edit role').getByRole('button', { name: 'Continue' }).click();
  const asked = dialog(page, 'Confirm with your password');
  await expect(asked).toContainText(people.tomasz.name);
  await expect(asked.getByRole('listitem').filter({ hasText: 'Stops at night' }).last()).toContainText(
    `loses ${stop} in project:shop`,
  );
  await look(page, 'role-confirm');
  await confirm(page, 'not the password of Noor');
  await expect(asked.getByText(/That is not your password/)).toBeVisible();
  expect((await api.call(stop, { envName: 'shop-staging' })).result, 'nothing has changed yet').not.toBe(8);
  await confirm(page, password);
  await expect(asked).toBeHidden();
  expect((await api.call(stop, { envName: 'shop-staging' })).result).toBe(8);
  expect((await api.call(info, { envName: 'shop-staging' })).result).toBe(0);
});

test('a project is created and named anew; the page says who and what is in it', async ({ openAs }) => {
  const page = await openAs('noor', '/admin/projects');
  await expect(page.getByRole('heading', { name: 'Projects', level: 1 })).toBeVisible();
  await expect(line(page, 'project:shop')).toBeVisible();
  await look(page, 'projects');
  await page.getByRole('button', { name: 'New project' }).click();
  const form = sheet(page, 'New project');
  await form.getByLabel('Name', { exact: true }).fill('Harbour Works');
  await expect(form.getByLabel('Key', { exact: true })).toHaveValue('harbour-works');
  await look(page, 'project-new');
  await form.getByRole('button', { name: 'Continue' }).click();
  await confirm(page, password);
  await expect(line(page, 'Harbour Works')).toContainText('project:harbour-works');

  await page
    .getByRole('row')
    .filter({ hasText: 'project:shop' })
    .first()
    .getByRole('button', { name: /^Edit name of/ })
    .click();
  await sheet(page, 'Edit project').getByLabel('Name', { exact: true }).fill('The shop');
  await sheet(page, 'Edit project').getByRole('button', { name: 'Continue' }).click();
  const asked = dialog(page, 'Confirm with your password');
  await expect(asked).toContainText('shop-staging');
  await look(page, 'project-confirm');
  await confirm(page, password);
  await expect(line(page, 'The shop')).toContainText('project:shop');
});

test('AZ-1 without the permission neither page is there, and no action answers', async ({
  openAs,
  desk,
  cookieOf,
}) => {
  const page = await openAs('pavel');
  await expect(page.getByRole('link', { name: 'Auth Tokens' }).first()).toBeVisible();
  await expect(page.getByRole('link', { name: /^(?:Roles|Projects)$/ })).toHaveCount(0);
  for (const path of ['/admin/roles', '/admin/projects']) {
    await page.goto(path);
    await expect(page.getByRole('heading', { name: 'There is no such page' })).toBeVisible();
  }
  const cookie = await cookieOf(desk, 'pavel');
  for (const [path, action, input] of [
    ['/admin/roles', 'previewRoleChangeAction', { key: 'viewer', patterns: ['*'] }],
    ['/admin/projects', 'previewProjectAction', { key: 'shop' }],
  ] as const) {
    const answer = readAnswer(await callAction(desk.url, cookie, action, input, path));
    expect(answer, action).toMatchObject({ isOk: false, error: { code: 'permission_denied' } });
  }
});
