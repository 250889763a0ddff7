import type { Page } from '@playwright/test';
import { deskApi, wire } from '../support/desk-api';
import { expect, newContext, test } from '../support/test';
import { choose, confirm, dialog, operation, tool } from '../support/token-dialogs';
import { shot } from '../support/shot';

const administrator = {
  name: 'Ada Okafor',
  email: 'ada@northwharf.example',
  password: 'seven lanterns over the quay',
};

const environmentLine = (tab: Page) =>
  tab.getByRole('row').filter({ has: tab.getByText('my-project', { exact: true }) });

test('THE OUTCOME a first administrator makes a token that may only stop environments, and a script stops one with it', async ({
  startDesk,
  browser,
  pageWatch,
}) => {
  test.setTimeout(120_000);
  const desk = await startDesk({ template: 'empty' });
  desk.remember('the password', administrator.password);
  const context = await newContext(browser, desk.url);
  pageWatch.watch(context);
  const page = await context.newPage();

  await test.step('the link that the terminal printed leads to the set-up', async () => {
    await page.goto(desk.setupLink());
    await page.getByLabel('Name').fill(administrator.name);
    await page.getByLabel('Email').fill(administrator.email);
    await page.getByLabel('Password', { exact: true }).fill(administrator.password);
    await page.getByLabel('Type it again').fill(administrator.password);
    await page.getByRole('button', { name: 'Open the desk' }).click();
    await expect(page.getByRole('heading', { name: 'Auth Tokens', level: 1 })).toBeVisible();
  });

  const environments = await test.step('another tab shows the environment, running', async () => {
    const tab = await context.newPage();
    await tab.goto('/environments');
    await expect(environmentLine(tab)).toContainText('Running');
    return tab;
  });

  const sheet = dialog(page, 'Generate token');
  await test.step('Profile, Auth Tokens, Generate: one permission in one project', async () => {
    await page.getByRole('button', { name: administrator.name }).click();
    await page.getByRole('menuitem', { name: 'Profile' }).click();
    await page.getByRole('navigation').getByRole('link', { name: 'Auth Tokens' }).click();
    await tool(page, 'Generate').click();
    await sheet.getByLabel('Description').fill('Nightly stop');
    await sheet.getByRole('radio', { name: 'Limited access' }).click();
    await choose(page, sheet, 'Context', 'project:sample');
    await (await operation(sheet, 'environment.control.StopEnv')).check();
    await sheet.getByRole('button', { name: 'Generate token' }).click();
    await confirm(page, administrator.password);
  });

  const news = dialog(page, 'Your new token');
  const secret = await test.step('the secret is copied', async () => {
    await news.getByRole('button', { name: 'Copy to clipboard' }).click();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toBe(await news.getByLabel('Token', { exact: true }).inputValue());
    desk.remember('the secret', copied.slice('td_pat_'.length));
    return copied;
  });

  await test.step('the documented curl stops the environment', async () => {
    const reply = await wire(
      desk.url,
      `/1.0/environment/control/rest/stopenv?envName=my-project&session=${secret}`,
    );
    expect({ status: reply.status, body: JSON.parse(reply.text) }).toEqual({
      status: 200,
      body: { result: 0 },
    });
  });

  await test.step('the open tab shows it stopped, without a reload', async () => {
    await expect(environmentLine(environments)).toContainText('Stopped');
    const navigations = await environments.evaluate(() => performance.getEntriesByType('navigation').length);
    expect(navigations).toBe(1);
  });

  await test.step('the waiting line has turned green, with address and agent', async () => {
    await expect(news.getByText(/First used|Used/)).toBeVisible();
    await expect(news).toContainText('127.0.0.1');
    await shot(page, 'new-token-used');
  });

  await test.step('the same token is refused for anything else, and the missing permission is named', async () => {
    const api = deskApi(desk.url, secret);
    const others: [string, Record<string, string>][] = [
      ['environment.control.StartEnv', { envName: 'my-project' }],
      ['environment.control.GetEnvInfo', { envName: 'my-project' }],
      ['environment.control.DeleteEnv', { envName: 'my-project' }],
      ['users.account.GetUserInfo', {}],
      ['marketplace.app.GetList', {}],
    ];
    for (const [operationCode, parameters] of others) {
      const refused = await api.call(operationCode, parameters);
      expect(refused, operationCode).toMatchObject({
        result: 8202,
        error: expect.stringContaining(operationCode),
      });
    }
    expect(await api.call('environment.control.StopEnv', { envName: 'my-project' })).toMatchObject({
      result: 2212,
    });
  });

  await context.close();
  await desk.stop();
  expect(desk.findLeaks()).toEqual([]);
});
