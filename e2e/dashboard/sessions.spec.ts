import { signInByHttp } from '../support/cookie';
import { wire } from '../support/desk-api';
import { people } from '../support/people';
import { expect, giveCookie, test } from '../support/test';

const { email, password } = people.ines;
const newPassword = 'a quieter heron by the south quay';

test('SES-2 signing out in the browser ends the session: Back shows nothing, and the cookie opens nothing', async ({
  desk,
  openContext,
}) => {
  const context = await openContext();
  const { cookie } = await signInByHttp(desk.url, people.noor);
  await giveCookie(context, desk.url, cookie);
  const page = await context.newPage();
  await page.goto('/profile/auth-tokens');
  await page.getByRole('button', { name: people.noor.name, exact: true }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await expect(page.getByText(people.noor.email)).toHaveCount(0);
  expect((await wire(desk.url, '/profile/auth-tokens', { headers: { cookie } })).status).toBe(307);
});

test('SES-2 SES-4 a changed password ends every other session at once, and its own gets a new id', async ({
  startDesk,
  openContext,
}) => {
  const desk = await startDesk({ template: 'demo' });
  const elsewhere = (await signInByHttp(desk.url, people.ines)).cookie;
  const context = await openContext(desk.url);
  const { cookie } = await signInByHttp(desk.url, people.ines);
  await giveCookie(context, desk.url, cookie);
  const page = await context.newPage();
  await page.goto('/profile/security');
  const table = page.getByRole('table', { name: 'Sessions' });
  await expect(table.getByRole('row')).toHaveCount(3);
  await page.getByLabel('Current password').fill(password);
  await page.getByLabel('New password', { exact: true }).fill(newPassword);
  await page.getByLabel('Repeat new password').fill(newPassword);
  await page.getByRole('button', { name: 'Change password' }).click();
  await expect(table.getByRole('row')).toHaveCount(2);
  for (const old of [elsewhere, cookie]) {
    expect((await wire(desk.url, '/profile/security', { headers: { cookie: old } })).status).toBe(307);
  }
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Security', level: 1 })).toBeVisible();
  const refused = await signInByHttp(desk.url, { email, password });
  expect(refused.reply.headers['set-cookie']?.join() ?? '').not.toContain('tokendesk.session=ey');
  expect((await signInByHttp(desk.url, { email, password: newPassword })).reply.status).toBe(200);
});

test('SES-2 ending a session elsewhere takes the password, and shuts it out of the next request', async ({
  startDesk,
  openOn,
}) => {
  const desk = await startDesk({ template: 'demo' });
  const elsewhere = (await signInByHttp(desk.url, people.noor)).cookie;
  const page = await openOn(desk, 'noor', '/profile/security');
  await page.getByRole('button', { name: /^End / }).click();
  const asked = page.getByRole('dialog', { name: 'Confirm with your password' });
  await asked.getByLabel('Password', { exact: true }).fill(people.noor.password);
  await asked.getByRole('button', { name: 'End session' }).click();
  await expect(asked).toBeHidden();
  await expect(page.getByRole('table', { name: 'Sessions' }).getByRole('row')).toHaveCount(2);
  expect((await wire(desk.url, '/profile/security', { headers: { cookie: elsewhere } })).status).toBe(307);
});
