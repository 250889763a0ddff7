import { get, type IncomingMessage } from 'node:http';
import { wire } from '../support/desk-api';
import { makeToken } from '../support/make-token';
import { people } from '../support/people';
import { expect, test } from '../support/test';
import { confirm, dialog, findRow, generate, tool } from '../support/token-dialogs';

interface Item {
  id: string;
  description?: string;
  state?: 'normal' | 'deleted';
}

/** A client that subscribes and writes down what it hears. */
class Listener {
  readonly lines: Item[][] = [];
  endedAt: number | null = null;
  private rest = '';

  constructor(url: string, path: string, secret: string) {
    get(
      new URL(path, url),
      { headers: { 'private-token': secret }, agent: false },
      (reply: IncomingMessage) => {
        reply.on('data', (chunk: Buffer) => this.read(chunk.toString('utf8')));
        reply.on('close', () => (this.endedAt = performance.now()));
      },
    ).on('error', () => (this.endedAt = performance.now()));
  }

  /** What was last said of the token with this id. */
  latest(id: string | undefined): Item | undefined {
    return this.lines.flat().findLast((item) => item.id === id);
  }

  private read(text: string): void {
    const parts = (this.rest + text).split('\n');
    this.rest = parts.pop() ?? '';
    for (const part of parts) if (part !== '') this.lines.push(JSON.parse(part) as Item[]);
  }
}

test('API-11 a stream hears what is changed in the browser, and ends when its token is removed there', async ({
  startDesk,
  cookieOf,
  openOn,
}) => {
  const desk = await startDesk({ template: 'demo' });
  const cookie = await cookieOf(desk, 'noor');
  const { secret } = await makeToken(desk, cookie, 'noor', { description: 'The listener' });
  const self = await wire(desk.url, '/1.0/users/account/rest/getuserinfo', {
    headers: { 'private-token': secret },
  });
  const { uid } = JSON.parse(self.text) as { uid: number };
  const listener = new Listener(desk.url, `/api/v1/users/${uid}/access-tokens?subscribe`, secret);
  await expect.poll(() => listener.lines.length, 'the state of now comes first').toBe(1);
  const before = listener.lines[0] ?? [];
  expect(before.map((item) => item.description)).toContain('The listener');

  const page = await openOn(desk, 'noor');
  const fresh = await generate(
    page,
    { description: 'Made in the browser', access: 'Full access' },
    people.noor.password,
  );
  const made = () =>
    listener.lines
      .slice(1)
      .flat()
      .find((item) => item.description === 'Made in the browser');
  await expect.poll(made).toMatchObject({ state: 'normal' });
  const id = made()?.id;

  await (await findRow(page, 'Made in the browser')).click();
  await tool(page, 'Edit').click();
  const sheet = dialog(page, 'Edit token');
  await sheet.getByLabel('Description').fill('Named anew in the browser');
  await sheet.getByRole('button', { name: 'Save changes' }).click();
  await confirm(page, people.noor.password);
  await expect.poll(() => listener.latest(id)).toMatchObject({ description: 'Named anew in the browser' });

  const remove = async (description: string) => {
    await (await findRow(page, description)).click();
    await tool(page, 'Remove').click();
    const removal = dialog(page, 'Remove tokens');
    await removal.getByLabel('Password', { exact: true }).fill(people.noor.password);
    await removal.getByRole('button', { name: /^Remove .*token$/ }).click();
    await expect(removal).toBeHidden();
  };
  await remove('Named anew in the browser');
  await expect.poll(() => listener.latest(id)).toEqual({ id, state: 'deleted' });
  expect(listener.endedAt).toBeNull();

  await remove('The listener');
  await expect.poll(() => listener.endedAt, { timeout: 5_000 }).not.toBeNull();
  expect(JSON.stringify(listener.lines), 'a secret is never said').not.toContain(fresh.slice(7, 27));
});
