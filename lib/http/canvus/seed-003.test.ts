import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { canvus, numberOf, type CanvusAnswer } from '@/tests/support/canvus';
import { createPersonFixture, type PersonFixture } from '@/tests/support/desk';
import type { DoorFixture } from '@/tests/support/door';
import { openFront } from '@/tests/support/open-front';
import { tokenFixture } from '@/tests/support/tokens';

/** Every example of the document, in its order. What it leaves open: docs/decisions/0011. */
let alice: PersonFixture;
let bob: PersonFixture;
let root: PersonFixture;
let secret: string;
let tokens: string;
let front: DoorFixture;

beforeAll(async () => {
  root = await createPersonFixture({ name: 'Root', roles: [{ role: 'administrator', context: 'global' }] });
  bob = await createPersonFixture({ name: 'Bob', roles: [{ role: 'member', context: 'global' }] });
});
beforeEach(async () => {
  front = await openFront();
  alice = await createPersonFixture({ name: 'Alice', roles: [{ role: 'member', context: 'global' }] });
  ({ secret } = await tokenFixture(alice, { description: 'First token' }));
  tokens = `/users/${await numberOf(alice.person.id)}/access-tokens`;
});

const curl = (request: string, data?: unknown) => canvus(front, secret, request, data);
const keysOf = (value: unknown) => Object.keys(value as object);
const idIn = ({ body }: CanvusAnswer) => (body as { id: string }).id;
const documentedTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}$/;

describe('List Tokens: gets the access tokens of a user', () => {
  it('answers an array of created_at, description, id', async () => {
    const { status, body, headers } = await curl(`GET ${tokens}`);
    expect(status).toBe(200);
    expect(headers['content-type']).toMatch(/^application\/json/);
    expect(body).toEqual([
      {
        created_at: expect.stringMatching(documentedTime),
        description: 'First token',
        id: expect.stringMatching(/^[\w-]+$/),
      },
    ]);
    expect(keysOf((body as object[])[0])).toEqual(['created_at', 'description', 'id']);
  });

  it('does not return the actual tokens', async () => {
    const { text } = await curl(`GET ${tokens}`);
    expect(text).not.toContain(secret.slice(7, 20));
    expect(text).not.toContain('plain_token');
  });

  it('lets regular users see only their own tokens, administrators those of other users', async () => {
    const { secret: ofBob } = await tokenFixture(bob);
    const { secret: ofRoot } = await tokenFixture(root);
    const foreign = await canvus(front, ofBob, `GET ${tokens}`);
    expect([foreign.status, foreign.body]).toEqual([403, { msg: 'Permission denied' }]);
    expect((await canvus(front, ofRoot, `GET ${tokens}`)).body).toMatchObject([
      { description: 'First token' },
    ]);
  });
});

describe('Single Token: gets info about a single access token', () => {
  it('answers created_at, description, id of it', async () => {
    const [listed] = (await curl(`GET ${tokens}`)).body as { id: string }[];
    const { status, body } = await curl(`GET ${tokens}/${listed?.id}`);
    expect(status).toBe(200);
    expect(body).toEqual(listed);
    expect(keysOf(body)).toEqual(['created_at', 'description', 'id']);
  });
});

describe('Create Token: creates a new access token', () => {
  it('answers with 200 and the plain text token, which works', async () => {
    const made = await curl(`POST ${tokens}`, { description: 'Second token' });
    expect(made.status).toBe(200);
    expect(keysOf(made.body)).toEqual(['created_at', 'description', 'id', 'plain_token']);
    expect(made.body).toMatchObject({
      created_at: expect.stringMatching(documentedTime),
      description: 'Second token',
    });
    const { plain_token: plain } = made.body as { plain_token: string };
    expect((await canvus(front, plain, `GET ${tokens}`)).body).toMatchObject([
      { description: 'First token' },
      { description: 'Second token' },
    ]);
  });

  it('makes it impossible to retrieve the plain text token afterwards', async () => {
    const made = await curl(`POST ${tokens}`, { description: 'Second token' });
    const { plain_token: plain, ...rest } = made.body as Record<string, string>;
    expect((await curl(`GET ${tokens}/${idIn(made)}`)).body).toEqual(rest);
    expect((await curl(`GET ${tokens}`)).text).not.toContain(plain);
  });
});

describe('Change Token Description: changes an access token description', () => {
  it('answers the token with the new description and without the plain text token', async () => {
    const [first] = (await curl(`GET ${tokens}`)).body as { id: string }[];
    const { status, body } = await curl(`PATCH ${tokens}/${first?.id}`, {
      description: 'Updated description',
    });
    expect(status).toBe(200);
    expect(body).toEqual({ ...first, description: 'Updated description' });
    expect(keysOf(body)).toEqual(['created_at', 'description', 'id']);
    expect((await curl(`GET ${tokens}/${first?.id}`)).body).toEqual(body);
  });
});

describe('Delete Token: the token is revoked and can not be used anymore', () => {
  it('answers 200; the token is unknown and its secret refused from then on', async () => {
    const made = await curl(`POST ${tokens}`, { description: 'Second token' });
    const { plain_token: plain } = made.body as { plain_token: string };
    const { status, text } = await curl(`DELETE ${tokens}/${idIn(made)}`);
    expect([status, text]).toEqual([200, 'null']);
    expect((await canvus(front, plain, `GET ${tokens}`)).status).toBe(401);
    for (const method of ['GET', 'DELETE']) {
      const gone = await curl(`${method} ${tokens}/${idIn(made)}`);
      expect([gone.status, keysOf(gone.body)]).toEqual([404, ['msg']]);
    }
    expect((await curl(`GET ${tokens}`)).body).toMatchObject([{ description: 'First token' }]);
  });
});
