import { deskApi } from '../support/desk-api';
import { limitedTo, makeToken } from '../support/make-token';
import { people } from '../support/people';
import { expect, test } from '../support/test';
import { confirm, dialog, fillToken, findRow, operation, takeSecret, tool } from '../support/token-dialogs';

const { password } = people.noor;
const getEnvs = 'environment.control.GetEnvs';
const getInfo = 'environment.control.GetBasicEnvsInfo';

test('law 5 an edit narrows at once: the very next request is refused, by name', async ({
  desk,
  cookieOf,
  openAs,
}) => {
  const description = 'Edited while in use';
  const { secret } = await makeToken(desk, await cookieOf(desk, 'noor'), 'noor', {
    description,
    ...limitedTo('project:shop', getEnvs, getInfo),
  });
  const api = deskApi(desk.url, secret);
  expect((await api.call(getEnvs)).result).toBe(0);
  const page = await openAs('noor');
  await (await findRow(page, description)).click();
  await tool(page, 'Edit').click();
  const sheet = dialog(page, 'Edit token');
  await expect(sheet.getByLabel('Description')).toHaveValue(description);
  await (await operation(sheet, getEnvs)).uncheck();
  await sheet.getByRole('button', { name: 'Save changes' }).click();
  const asked = dialog(page, 'Confirm with your password');
  await expect(asked, 'the confirm step says exactly what changes').toContainText(getEnvs);
  await confirm(page, password);
  await expect(asked).toBeHidden();
  expect(await api.call(getEnvs)).toMatchObject({ result: 8202, error: expect.stringContaining(getEnvs) });
  expect((await api.call(getInfo)).result, 'what was left works on').toBe(0);
});

test('TOK-7 regenerate kills the old value: after the answer it is refused, and the new one works', async ({
  desk,
  cookieOf,
  openAs,
}) => {
  const description = 'Regenerated while in use';
  const old = await makeToken(desk, await cookieOf(desk, 'noor'), 'noor', {
    description,
    ...limitedTo('global', getEnvs),
  });
  expect((await deskApi(desk.url, old.secret).call(getEnvs)).result).toBe(0);
  const page = await openAs('noor');
  await (await findRow(page, description)).click();
  await tool(page, 'Edit').click();
  await dialog(page, 'Edit token').getByRole('button', { name: 'Regenerate' }).click();
  await confirm(page, password);
  const secret = await takeSecret(page);
  desk.remember('a regenerated secret', secret.slice(7));
  expect(secret).not.toBe(old.secret);
  expect((await deskApi(desk.url, old.secret).call(getEnvs)).result).toBe(702);
  expect((await deskApi(desk.url, secret).call(getEnvs)).result).toBe(0);
});

test('Copy opens prefilled with the token it is like, and makes another', async ({
  desk,
  cookieOf,
  openAs,
}) => {
  const description = 'The original';
  const original = await makeToken(desk, await cookieOf(desk, 'noor'), 'noor', {
    description,
    mayUseInUrls: false,
    ...limitedTo('project:shop', getEnvs, getInfo),
  });
  const page = await openAs('noor');
  await (await findRow(page, description)).click();
  await tool(page, 'Copy').click();
  const sheet = dialog(page, 'Copy token');
  await expect(sheet.getByLabel('Description')).toHaveValue(`Copy of ${description}`);
  await expect(sheet.getByRole('radio', { name: 'Limited access' })).toBeChecked();
  await expect(sheet.getByRole('combobox', { name: 'Context' })).toContainText('shop');
  await sheet.getByLabel('Only checked').check();
  for (const code of [getEnvs, getInfo])
    await expect(sheet.getByRole('checkbox', { name: code })).toBeChecked();
  await expect(sheet.getByRole('checkbox', { name: 'environment.control.StopEnv' })).toHaveCount(0);
  await sheet.getByRole('button', { name: 'Copy token' }).click();
  await confirm(page, password);
  const secret = await takeSecret(page);
  desk.remember('a copied secret', secret.slice(7));
  expect(secret).not.toBe(original.secret);
  expect((await deskApi(desk.url, secret).callByHeader(getEnvs)).result).toBe(0);
  expect((await deskApi(desk.url, original.secret).callByHeader(getEnvs)).result, 'the original stays').toBe(
    0,
  );
  await findRow(page, `Copy of ${description}`);
});

test('two tabs edit one token: one wins, the other is told and loses nothing that was typed', async ({
  desk,
  cookieOf,
  openAs,
}) => {
  const description = 'Edited twice at once';
  await makeToken(desk, await cookieOf(desk, 'noor'), 'noor', {
    description,
    ...limitedTo('global', getEnvs),
  });
  const first = await openAs('noor');
  const second = await first.context().newPage();
  await second.goto('/profile/auth-tokens');
  for (const page of [first, second]) {
    await (await findRow(page, description)).click();
    await tool(page, 'Edit').click();
    await expect(dialog(page, 'Edit token').getByLabel('Description')).toHaveValue(description);
  }
  await fillToken(second, dialog(second, 'Edit token'), { description: 'What the second typed' });
  await fillToken(first, dialog(first, 'Edit token'), { description: 'What the first saved' });
  await dialog(first, 'Edit token').getByRole('button', { name: 'Save changes' }).click();
  await confirm(first, password);
  await findRow(first, 'What the first saved');
  // The second is told at once, or when it saves.
  const told = dialog(second, 'Edit token').getByRole('alert');
  await expect(told).toContainText('changed');
  await expect(dialog(second, 'Edit token').getByLabel('Description')).toHaveValue('What the second typed');
});

test('the confirm dialog keeps everything after a wrong password, and says how many tries are left', async ({
  openAs,
}) => {
  const page = await openAs('noor');
  await tool(page, 'Generate').click();
  const sheet = dialog(page, 'Generate token');
  await fillToken(page, sheet, {
    description: 'Kept as typed',
    expires: 'never',
    access: 'Limited access',
    permissions: [getEnvs],
  });
  await sheet.getByRole('button', { name: 'Generate token' }).click();
  const asked = dialog(page, 'Confirm with your password');
  await confirm(page, 'not my password at all');
  await expect(asked).toContainText(/4 tries left/);
  await expect(asked.getByLabel('Password', { exact: true })).toHaveAttribute('aria-invalid', 'true');
  await expect(asked).toContainText('Kept as typed');
  await confirm(page, 'nor this one, to be sure');
  await expect(asked).toContainText(/3 tries left/);
  await asked.getByRole('button', { name: /Back/ }).click();
  await expect(sheet.getByLabel('Description')).toHaveValue('Kept as typed');
  await expect(sheet.getByLabel('Expires at')).toHaveValue('never');
  await sheet.getByLabel('Only checked').check();
  await expect(sheet.getByRole('checkbox', { name: getEnvs })).toBeChecked();
  await sheet.getByRole('button', { name: 'Generate token' }).click();
  await confirm(page, password);
  await takeSecret(page);
  await findRow(page, 'Kept as typed');
});
