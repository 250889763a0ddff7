import type { PersonFixture } from '../desk';
import { globally, json, type MatrixRequest } from './request';
import { placeToken, type World } from './world';

const named = (operation: string) => `users.authentication.${operation}`;

async function numberOf(person: PersonFixture): Promise<number> {
  const { findPerson } = await import('@/lib/db/people');
  return (await findPerson({ id: person.person.id }))?.number ?? 0;
}

/** A call about one access token of a user. */
function onToken(permission: string, method: string, body?: unknown): MatrixRequest {
  return {
    isAddressed: true,
    make: async (_world, person) => {
      const { id } = await placeToken(person, { access: globally(named(permission)) });
      const path = `/api/v1/users/${await numberOf(person)}/access-tokens/${id}`;
      return body === undefined ? { method, path } : json(method, path, body);
    },
  };
}

/** A call about the access tokens of a user. */
function onTokens(method: string, body?: unknown): MatrixRequest {
  return {
    isAddressed: true,
    make: async (_world, person) => {
      const path = `/api/v1/users/${await numberOf(person)}/access-tokens`;
      return body === undefined ? { method, path } : json(method, path, body);
    },
  };
}

let made = 0;

/** A member made for one call, who may be changed, blocked or removed. */
async function someone(): Promise<PersonFixture> {
  const { createPersonFixture } = await import('../desk');
  made += 1;
  return createPersonFixture({ name: `Someone ${made}`, roles: [{ role: 'member', context: 'global' }] });
}

/** A call of an administrator about someone. */
function onUser(
  method: string,
  suffix = '',
  body?: unknown,
  prepare?: (user: PersonFixture) => Promise<void>,
): MatrixRequest {
  return {
    make: async () => {
      const user = await someone();
      await prepare?.(user);
      const path = `/api/v1/users/${await numberOf(user)}${suffix}`;
      return body === undefined ? { method, path } : json(method, path, body);
    },
  };
}

async function setBlocked(user: PersonFixture, columns: { approvedAt?: null }): Promise<void> {
  const { writing } = await import('@/lib/db/client');
  const client = await writing();
  await client.person.update({ where: { id: user.person.id }, data: { blockedAt: new Date(), ...columns } });
}

const plain = (method: string, path: string): MatrixRequest => ({
  make: () => Promise.resolve({ method, path }),
});

export const canvusRequests: Readonly<Record<string, MatrixRequest>> = {
  'canvus.listAccessTokens': onTokens('GET'),
  'canvus.readAccessToken': onToken('GetTokens', 'GET'),
  'canvus.createAccessToken': onTokens('POST', { description: 'Second token' }),
  'canvus.describeAccessToken': onToken('EditToken', 'PATCH', { description: 'Updated description' }),
  'canvus.deleteAccessToken': onToken('DeleteTokens', 'DELETE'),
  'canvus.listUsers': plain('GET', '/api/v1/users'),
  'canvus.readUser': {
    isAddressed: true,
    make: async (_world, person) => ({ path: `/api/v1/users/${await numberOf(person)}` }),
  },
  'canvus.createUser': {
    // The role that a new user gets holds wildcards, which may grow: no limited token gives it away (law 2).
    isForFullAccess: true,
    make: () => {
      made += 1;
      return Promise.resolve(
        json('POST', '/api/v1/users', {
          email: `made.${made}@example.org`,
          name: `Made ${made}`,
          password: `nine quiet lanterns ${made}`,
        }),
      );
    },
  },
  'canvus.editUser': onUser('PATCH', '', { name: 'Another Name' }),
  'canvus.deleteUser': onUser('DELETE'),
  'canvus.blockUser': onUser('POST', '/block'),
  'canvus.unblockUser': onUser('POST', '/unblock', undefined, (user) => setBlocked(user, {})),
  'canvus.approveUser': onUser('POST', '/approve', undefined, (user) =>
    setBlocked(user, { approvedAt: null }),
  ),
  'canvus.setPassword': {
    isAddressed: true,
    isForFullAccess: true,
    make: async (_world, person) =>
      json('POST', `/api/v1/users/${await numberOf(person)}/password`, {
        password: person.password,
        current_password: person.password,
      }),
  },
  'canvus.login': {
    make: (world: World) =>
      Promise.resolve(
        json('POST', '/api/v1/users/login', {
          email: world.owner.person.email,
          password: world.owner.password,
        }),
      ),
  },
  'canvus.logout': { ...plain('POST', '/api/v1/users/logout'), isForSessions: true },
  'canvus.readAuditLog': plain('GET', '/api/v1/audit-log?per_page=5'),
  'canvus.readServerInfo': plain('GET', '/api/v1/server-info'),
};
