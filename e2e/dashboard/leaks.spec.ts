import { wire } from '../support/desk-api';
import { look } from '../support/look';
import { makeToken } from '../support/make-token';
import { expect, test } from '../support/test';
import { findRow, row } from '../support/token-dialogs';

test('INT-4 a token that someone reports as leaked leaves the open grid; its owner is told, live and later, until they have taken note', async ({
  desk,
  cookieOf,
  openAs,
}) => {
  const description = 'Leaked into a log';
  const { secret } = await makeToken(desk, await cookieOf(desk, 'noor'), 'noor', { description });
  const page = await openAs('noor');
  await findRow(page, description);
  const reported = await wire(desk.url, '/api/v1/credentials/revoke', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ credentials: ['of another desk', secret] }),
  });
  expect(reported.status).toBe(202);
  await expect(row(page, description)).toHaveCount(0);
  const notice = page.getByText(`The token ‘${description}’ was reported as leaked and ended on`);
  await expect(notice).toBeVisible();
  await look(page, 'leak-notice');

  const elsewhere = await openAs('noor');
  const same = elsewhere.getByText(`The token ‘${description}’ was reported as leaked`);
  await expect(same, 'it is there for who comes later').toBeVisible();
  await page.getByRole('button', { name: 'Dismiss', exact: true }).click();
  await expect(notice).toBeHidden();
  await expect(same, 'the other browser hears it').toBeHidden();
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Auth Tokens' })).toBeVisible();
  await expect(notice).toBeHidden();

  await page.goto('/profile/activity?action=leak.reported');
  const line = page
    .getByRole('row')
    .filter({ hasText: 'Reported the leak of' })
    .filter({ hasText: description });
  await expect(line).toBeVisible();
});
