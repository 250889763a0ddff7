import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ApiOperation } from '@/lib/domain/api/api-operation';
import { describedApis } from '@/lib/domain/api/description';
import { holds } from '@/lib/domain/rights';
import { rightsOf } from '@/lib/db/rights';
import { currentCatalog } from '@/lib/services/catalog/current-catalog';
import { doorFixture, type Answered, type DoorFixture } from '@/tests/support/door';
import { canvusRequests } from '@/tests/support/matrix/canvus-requests';
import { codecanvasRequests } from '@/tests/support/matrix/codecanvas-requests';
import {
  credentialKinds,
  deadKinds,
  personOf,
  presentedBy,
  type CredentialKind,
} from '@/tests/support/matrix/credentials';
import { deskRequests } from '@/tests/support/matrix/desk-requests';
import { form, json, type MatrixRequest } from '@/tests/support/matrix/request';
import { resourceServerFixture } from '@/tests/support/resource-server';
import { virtuozzoRequests } from '@/tests/support/matrix/virtuozzo-requests';
import { validateReply } from '@/tests/support/validate-reply';
import { createWorld, placeToken, stateOfDesk, type World } from '@/tests/support/matrix/world';

// The matrix of AZ-3: every operation of the description by every kind of credential, and what is to be answered.

const operations = describedApis(currentCatalog(), true).flatMap((api) => api.operations);
const requests: Readonly<Record<string, MatrixRequest>> = {
  ...deskRequests,
  ...canvusRequests,
  ...codecanvasRequests,
  ...virtuozzoRequests,
  'oauth.exchangeToken': {
    make: async ({ owner }) => {
      const { id, secret } = await placeToken(owner);
      const wanted = form('/oauth/token', { grant_type: 'client_credentials', scope: '**' });
      const basic = Buffer.from(`${id}:${secret}`).toString('base64');
      return { ...wanted, headers: { ...wanted.headers, authorization: `Basic ${basic}` } };
    },
  },
  'verifier.resolve': {
    make: async ({ owner }) => {
      const wanted = json('POST', '/verifier/resolve', { presented: (await placeToken(owner)).secret });
      return { ...wanted, headers: { ...wanted.headers, authorization: await asResourceServer() } };
    },
  },
  // It does not end: asked for its head.
  'verifier.feed': {
    make: async () => ({
      method: 'HEAD',
      path: '/feed',
      headers: { authorization: await asResourceServer() },
    }),
  },
  'oauth.introspectToken': {
    make: async ({ owner }) => {
      const { client, secret } = await resourceServerFixture();
      const credential = { client_id: client.id, client_secret: secret };
      return form('/oauth/introspect', { token: (await placeToken(owner)).secret, ...credential });
    },
  },
  'oauth.revokeToken': {
    make: async ({ owner }) => {
      const { id, secret } = await placeToken(owner);
      return form('/oauth/revoke', { token: secret, client_id: id, client_secret: secret });
    },
  },
  'oauth.readMetadata': { make: () => Promise.resolve({ path: '/.well-known/oauth-authorization-server' }) },
};

async function asResourceServer(): Promise<string> {
  return `Bearer ${(await resourceServerFixture()).secret}`;
}

/** What an answer means, whichever API gave it. */
type Meaning = 'allowed' | 'nothing presented' | 'not valid' | 'lacks' | 'hidden' | 'refused';

let door: DoorFixture;
let world: World;
beforeAll(async () => {
  door = await doorFixture();
  world = await createWorld();
});
afterAll(() => door.close());

const virtuozzoMeanings: Readonly<Record<number, Meaning>> = {
  0: 'allowed',
  5: 'hidden',
  8: 'lacks',
  11: 'hidden',
  701: 'nothing presented',
  702: 'not valid',
  8202: 'lacks',
};

function meaningOf({ api }: ApiOperation, { status, text, headers }: Answered): Meaning {
  if (api === 'virtuozzo') {
    const { result } = JSON.parse(text) as { result: number };
    return virtuozzoMeanings[result] ?? 'refused';
  }
  if (status >= 200 && status < 300) return 'allowed';
  // RFC 6750: an error code only where something was presented (API-2).
  if (status === 401)
    return String(headers['www-authenticate']).includes('error=') ? 'not valid' : 'nothing presented';
  if (status === 403) return 'lacks';
  return status === 404 ? 'hidden' : 'refused';
}

/** What this kind may expect of a right request; several where the contract leaves the choice. */
async function expected(
  operation: ApiOperation,
  request: MatrixRequest,
  kind: CredentialKind,
): Promise<Meaning[]> {
  const { credential, permission } = operation;
  if (credential !== 'token') return ['allowed'];
  if (kind === 'no credential' || kind === 'cookie only') return ['nothing presented'];
  if (deadKinds.includes(kind)) return ['not valid'];
  if (request.isForSessions === true) return ['lacks', 'refused'];
  if (kind.startsWith('limited')) {
    if (request.isForFullAccess === true) return ['lacks'];
    return permission === null || kind === 'limited with it' ? ['allowed'] : ['lacks'];
  }
  if (kind === 'administrator') {
    return request.isAddressed === true && request.isOwnOnly === true ? ['hidden'] : ['allowed'];
  }
  const rights = await rightsOf(world.stranger.person.id);
  const isHeld = permission === null || holds(rights, permission, 'global');
  if (!isHeld) return ['lacks', 'hidden'];
  return request.isAddressed === true ? ['lacks', 'hidden'] : ['allowed'];
}

function repliesAsDescribed({ method, path }: ApiOperation, { status, text }: Answered): string[] {
  const concrete = path.replaceAll(/\{[^}]+\}/g, 'x');
  return validateReply({ method, path: concrete, status, body: text === '' ? '' : JSON.parse(text) });
}

async function ask(operation: ApiOperation, request: MatrixRequest, kind: CredentialKind): Promise<Answered> {
  const person = personOf(world, operation);
  const wanted = await request.make(world, person);
  const needed = [operation.permission ?? 'users.account.GetUserInfo'];
  const secret = await presentedBy(kind, operation, world, needed);
  const headers: Record<string, string | string[]> = { ...wanted.headers };
  if (secret !== null && operation.credential === 'token') headers.authorization = `Bearer ${secret}`;
  if (kind === 'cookie only') headers.cookie = `tokendesk.session=${person.sessionId}`;
  before = await stateOfDesk();
  return door.send({ ...wanted, headers });
}
let before = '';

test('AZ-3 the matrix has a right request for every operation of the description, and for nothing else', () => {
  expect(Object.keys(requests).toSorted()).toEqual(operations.map(({ id }) => id).toSorted());
});

describe.each(operations.map((operation) => [operation.id, operation] as const))(
  'AZ-3 %s',
  (id, operation) => {
    const request = requests[id];
    if (request === undefined) return;
    const looks = new Map<CredentialKind, string>();
    test.each(credentialKinds)('by %s', async (kind) => {
      const answer = await ask(operation, request, kind);
      if (deadKinds.includes(kind))
        looks.set(kind, JSON.stringify([answer.status, answer.text, answer.headers['www-authenticate']]));
      const meaning = meaningOf(operation, answer);
      const wanted = await expected(operation, request, kind);
      expect(wanted, `${answer.status} ${answer.text.slice(0, 300)}`).toContain(meaning);
      if (meaning !== 'allowed') expect(await stateOfDesk(), 'a refusal changes nothing').toBe(before);
      if (operation.method === 'GET')
        expect(await stateOfDesk(), 'API-4 reading changes nothing').toBe(before);
      if (meaning === 'lacks' && kind === 'limited without it' && operation.permission !== null)
        expect(
          `${answer.text} ${String(answer.headers['www-authenticate'])}`,
          'law 6: the refusal names what is missing',
        ).toContain(operation.permission);
      expect(answer.headers['cache-control']).toBe('private, no-store');
      expect(repliesAsDescribed(operation, answer), 'API-12 as the description says').toEqual([]);
    });

    if (operation.credential !== 'token') return;
    test('what is dead looks the same to a stranger, whatever it died of', () => {
      expect([...looks.keys()]).toEqual(deadKinds);
      expect([...new Set(looks.values())]).toHaveLength(1);
    });
  },
);
