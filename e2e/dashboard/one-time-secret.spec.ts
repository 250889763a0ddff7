import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { piecesOf } from '../support/make-token';
import { people } from '../support/people';
import { expect, test } from '../support/test';
import { confirm, dialog, fillToken, tool } from '../support/token-dialogs';

async function generateUntilShown(page: Page, description: string): Promise<string> {
  await tool(page, 'Generate').click();
  const sheet = dialog(page, 'Generate token');
  await fillToken(page, sheet, { description, permissions: ['environment.control.GetEnvs'] });
  await sheet.getByRole('button', { name: 'Generate token' }).click();
  await confirm(page, people.noor.password);
  return dialog(page, 'Your new token').getByLabel('Token', { exact: true }).inputValue();
}

/** Everything of the page in which a script, a person or a browser could find the secret again. */
async function traces(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const values = [...document.querySelectorAll('input, textarea')].map(
      (field) => (field as HTMLInputElement).value,
    );
    const databases = await indexedDB.databases();
    const caches = await window.caches.keys();
    return JSON.stringify([
      document.documentElement.outerHTML,
      values,
      location.href,
      history.state,
      { ...localStorage },
      { ...sessionStorage },
      document.cookie,
      window.name,
      databases,
      caches,
      performance.getEntries().map((entry) => entry.name),
    ]);
  });
}

test('WEB-12 after Done the secret is in no part of the page, in no storage, and does not come back with Back', async ({
  desk,
  openAs,
}) => {
  const page = await openAs('noor');
  const secret = await generateUntilShown(page, 'Shown once');
  desk.remember('a secret shown once', secret.slice(7));
  const pieces = piecesOf(secret);
  const field = dialog(page, 'Your new token').getByLabel('Token', { exact: true });
  await expect(field).toHaveAttribute('readonly', '');
  await expect(field).toHaveAttribute('autocomplete', 'off');
  const before = await page.evaluate(() => [location.href, history.length]);
  await dialog(page, 'Your new token').getByRole('button', { name: 'Copy to clipboard' }).click();
  await dialog(page, 'Your new token').getByRole('button', { name: 'Done' }).click();
  await expect(dialog(page, 'Your new token')).toBeHidden();
  const expectGone = async (when: string) => {
    const text = await traces(page);
    expect(
      pieces.filter((piece) => text.includes(piece)),
      when,
    ).toEqual([]);
  };
  await expectGone('after Done');
  expect(await page.evaluate(() => [location.href, history.length])).toEqual(before);
  await page.goto('/environments');
  await page.goBack();
  await expect(page.getByRole('heading', { name: 'Auth Tokens', level: 1 })).toBeVisible();
  await expectGone('after Back');
  await page.goForward();
  await expect(page.getByRole('heading', { name: 'Environments', level: 1 })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('heading', { name: 'Auth Tokens', level: 1 })).toBeVisible();
  await expectGone('after Forward and Back');
});

test('WEB-12 leaving the page while the secret is shown leaves nothing behind, the back-forward cache included', async ({
  desk,
  openAs,
}) => {
  const page = await openAs('noor');
  const secret = await generateUntilShown(page, 'Left open');
  desk.remember('a secret left open', secret.slice(7));
  await page.goto('/environments');
  await page.goBack();
  await expect(page.getByRole('heading', { name: 'Auth Tokens', level: 1 })).toBeVisible();
  const text = await traces(page);
  expect(piecesOf(secret).filter((piece) => text.includes(piece))).toEqual([]);
});

test('WEB-12 closing without taking the secret asks first; Download writes an .env file only on click', async ({
  desk,
  openAs,
}) => {
  const page = await openAs('noor');
  const downloads: string[] = [];
  page.on('download', (download) => downloads.push(download.suggestedFilename()));
  const secret = await generateUntilShown(page, 'GitLab CI, shop deploys');
  desk.remember('a downloaded secret', secret.slice(7));
  const sheet = dialog(page, 'Your new token');
  await page.keyboard.press('Escape');
  const asked = page.getByRole('alertdialog', { name: 'Close without taking the secret?' });
  await asked.getByRole('button', { name: 'Back to the secret' }).click();
  await expect(sheet.getByLabel('Token', { exact: true })).toHaveValue(secret);
  expect(downloads).toEqual([]);
  const coming = page.waitForEvent('download');
  await sheet.getByRole('button', { name: 'Download' }).click();
  const download = await coming;
  expect(download.suggestedFilename()).toBe('tokendesk-gitlab-ci-shop-deploys.env');
  const text = readFileSync(await download.path(), 'utf8');
  expect(text).toMatch(/^# GitLab CI, shop deploys\n/);
  expect(text).toContain('# Expires: end of ');
  expect(text).toContain('#   environment.control.GetEnvs');
  expect(text.trimEnd().split('\n').at(-1)).toBe(`TOKENDESK_TOKEN=${secret}`);
  await sheet.getByRole('button', { name: 'Done' }).click();
  await expect(sheet).toBeHidden();
  await expect(asked, 'taken: nothing is asked').toBeHidden();
});
