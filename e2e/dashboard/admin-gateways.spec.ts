import { look } from '../support/look';
import { people } from '../support/people';
import { callAction, readAnswer } from '../support/server-action';
import { expect, test } from '../support/test';
import { confirm, dialog } from '../support/token-dialogs';

const { password } = people.noor;

test('a gateway is added, its key is shown once, renewed and removed; its configuration names it', async ({
  startDesk,
  openOn,
}) => {
  const desk = await startDesk({ template: 'demo' });
  const page = await openOn(desk, 'noor', '/environments');
  await page.getByRole('link', { name: 'Gateways', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Gateways', level: 1 })).toBeVisible();
  await look(page, 'gateways-empty');

  await page.getByRole('button', { name: 'Add', exact: true }).click();
  const form = page.getByRole('dialog', { name: 'Add a gateway or resource server' });
  await form.getByRole('button', { name: 'Continue' }).click();
  await expect(form.getByLabel('Name', { exact: true })).toHaveAttribute('aria-invalid', 'true');
  await look(page, 'gateways-add');
  await form.getByLabel('Name', { exact: true }).fill('front-door');
  await form.getByRole('button', { name: 'Continue' }).click();
  await confirm(page, password);

  const shown = page.getByRole('dialog', { name: 'Your new gateway key' });
  const field = shown.getByLabel('Gateway key', { exact: true });
  await expect(field).toHaveValue(/^td_gwk_[0-9A-Za-z]{49}$/);
  const first = await field.inputValue();
  desk.remember('the gateway key', first.slice('td_gwk_'.length));
  await look(page, 'gateways-key');
  await page.keyboard.press('Escape');
  await expect(shown, 'a key does not lose it').toBeVisible();
  await shown.getByRole('button', { name: 'Copy to clipboard' }).click();
  await shown.getByRole('button', { name: 'Done' }).click();
  await expect(shown).toBeHidden();
  expect(await page.content()).not.toContain(first);
  await expect(page.getByRole('row').filter({ hasText: 'front-door' })).toContainText('Never');

  await page.getByRole('button', { name: 'Set up front-door' }).click();
  const setUp = page.getByRole('dialog', { name: 'Set up front-door' });
  await expect(setUp.getByRole('tab')).toHaveText(['nginx', 'Caddy', 'HAProxy', 'Traefik', 'Envoy']);
  await expect(setUp.locator('pre').first()).toContainText(desk.url.replace(/^https?:\/\//, ''));
  await look(page, 'gateways-set-up');
  await setUp.getByRole('tab', { name: 'nginx' }).press('ArrowRight');
  await expect(setUp.getByRole('tab', { name: 'Caddy' })).toHaveAttribute('aria-selected', 'true');
  await setUp.getByRole('button', { name: 'Done' }).click();

  await page.getByRole('button', { name: 'Renew front-door' }).click();
  await confirm(page, password);
  await expect(shown).toBeVisible();
  expect(await field.inputValue()).not.toBe(first);
  await shown.getByRole('button', { name: 'Copy to clipboard' }).click();
  await shown.getByRole('button', { name: 'Done' }).click();
  await look(page, 'gateways');

  await page.getByRole('button', { name: 'Remove front-door' }).click();
  const asked = dialog(page, 'Confirm with your password');
  await asked.getByLabel('Password', { exact: true }).fill(password);
  await asked.getByRole('button', { name: 'Remove' }).click();
  await expect(page.getByRole('row').filter({ hasText: 'front-door' })).toHaveCount(0);
  expect(desk.findLeaks()).toEqual([]);
});

test('AZ-1 without the permission the page is not there, and no action answers', async ({
  openAs,
  desk,
  cookieOf,
}) => {
  const page = await openAs('pavel', '/admin/gateways');
  await expect(page.getByRole('heading', { name: 'There is no such page' })).toBeVisible();
  const input = { kind: 'gateway', name: 'sly', services: [], proof: { password: people.pavel.password } };
  const answer = readAnswer(
    await callAction(desk.url, await cookieOf(desk, 'pavel'), 'addClientAction', input, '/admin/gateways'),
  );
  expect(answer).toMatchObject({ isOk: false, error: { code: 'permission_denied' } });
});
