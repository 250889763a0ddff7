import path from 'node:path';
import { root } from '../support/paths';
import { people } from '../support/people';
import { press } from '../support/press-until';
import { expect, test } from '../support/test';
import { dialog } from '../support/token-dialogs';

const { password } = people.noor;

test('by keyboard alone: a document is imported, a gateway is added and its configuration read', async ({
  startDesk,
  openOn,
}) => {
  const desk = await startDesk({ template: 'demo' });
  const page = await openOn(desk, 'noor', '/admin/catalog');
  // A name may be followed by the text that stands there.
  const reach = (wanted: string) =>
    press(page, 'Tab', (name) => name === wanted || name.startsWith(`${wanted} | `));
  const type = async (label: string, text: string) => {
    await reach(label);
    await page.keyboard.type(text);
  };
  const push = async (button: string) => {
    await reach(button);
    await page.keyboard.press('Enter');
  };
  const confirmed = async () => {
    await expect(
      dialog(page, 'Confirm with your password').getByLabel('Password', { exact: true }),
    ).toBeFocused();
    await page.keyboard.type(password);
    await page.keyboard.press('Enter');
  };

  // Waited for from here on: the browser is told of it before a key can open it.
  const chooser = page.waitForEvent('filechooser');
  await push('Import');
  const form = page.getByRole('dialog', { name: 'Import a service' });
  await reach('Choose file');
  await page.keyboard.press('Enter');
  await (await chooser).setFiles(path.join(root, 'docs/guides/shop.yaml'));
  await expect(form.getByText(/Shop API, 2\.3\.0: 30 operations/)).toBeVisible();
  await type('Name', 'shop');
  await push('store for storeId');
  await push('Continue');
  await confirmed();
  await expect(page.getByRole('row').filter({ hasText: 'Shop API' })).toContainText('30');

  await page.goto('/admin/gateways');
  await push('Add');
  await type('Name', 'front-door');
  await push('Continue');
  await confirmed();
  const shown = page.getByRole('dialog', { name: 'Your new gateway key' });
  const secret = await shown.getByLabel('Gateway key', { exact: true }).inputValue();
  desk.remember('the gateway key', secret.slice('td_gwk_'.length));
  await push('Copy to clipboard');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(secret);
  await push('Done');
  await expect(shown).toBeHidden();

  await push('Set up front-door');
  const setUp = page.getByRole('dialog', { name: 'Set up front-door' });
  await reach('nginx');
  for (const title of ['Caddy', 'HAProxy', 'Traefik', 'Envoy']) {
    await page.keyboard.press('ArrowRight');
    await expect(setUp.getByRole('tab', { name: title })).toHaveAttribute('aria-selected', 'true');
  }
  await page.keyboard.press('Escape');
  await expect(setUp).toBeHidden();
  await expect(page.getByRole('button', { name: 'Set up front-door' })).toBeFocused();
});
