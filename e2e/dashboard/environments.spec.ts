import type { Page } from '@playwright/test';
import { deskApi } from '../support/desk-api';
import { makeToken } from '../support/make-token';
import { expect, test } from '../support/test';

const line = (page: Page, name: string) =>
  page.getByRole('row').filter({ has: page.getByText(name, { exact: true }) });

test('a start or stop in one tab, or by an API, shows in the other without a reload', async ({
  desk,
  cookieOf,
  openAs,
}) => {
  const acting = await openAs('noor', '/environments');
  const watching = await acting.context().newPage();
  await watching.goto('/environments');
  await expect(watching.getByText('Live: changes made through an API appear here')).toBeVisible();
  await expect(line(watching, 'docs-site-main')).toContainText('Running');
  await acting.getByRole('button', { name: 'Stop docs-site-main' }).click();
  await expect(line(acting, 'docs-site-main')).toContainText('Stopped');
  await expect(line(watching, 'docs-site-main')).toContainText('Stopped');
  const description = 'Starter of docs';
  const { secret } = await makeToken(desk, await cookieOf(desk, 'noor'), 'noor', { description });
  const started = await deskApi(desk.url, secret).callByHeader('environment.control.StartEnv', {
    envName: 'docs-site-main',
  });
  expect(started.result).toBe(0);
  for (const page of [acting, watching]) {
    await expect(line(page, 'docs-site-main')).toContainText('Running');
    await expect(line(page, 'docs-site-main'), 'who did it is said').toContainText(description);
  }
});

test('who may not start or stop is told which permission is missing, and where', async ({ openAs }) => {
  const page = await openAs('pavel', '/environments');
  const button = page.getByRole('button', { name: 'Stop shop-production' });
  await expect(button).toHaveAttribute('aria-disabled', 'true');
  await expect(button).toHaveAccessibleDescription(/environment\.control\.StopEnv in project:shop/);
  await expect(page.getByText('project:billing')).toHaveCount(0);
});
