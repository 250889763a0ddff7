import { noLimits } from '@/lib/domain/token-limits';
import type { Access } from '@/lib/domain/grant';
import type { PersonFixture } from '../desk';

/** A token put straight into the database, in any state. */
export interface PlacedToken {
  id: string;
  number: number;
  version: number;
  secret: string;
}

/** The people of the matrix. */
export interface World {
  /** A member, who keeps tokens of their own. */
  owner: PersonFixture;
  /** Another member. */
  stranger: PersonFixture;
  /** Holds everything; the administrator whose tokens do administration. */
  holder: PersonFixture;
  /** Holds everything; acts at the desks of others. */
  administrator: PersonFixture;
  /** A blocked member and a blocked administrator. */
  blocked: { member: PersonFixture; administrator: PersonFixture };
}

const everywhere = (role: 'administrator' | 'member') => [{ role, context: 'global' }] as const;

export async function createWorld(): Promise<World> {
  const { createPersonFixture, createProjectFixture } = await import('../desk');
  await createProjectFixture('shop');
  await createProjectFixture('annex');
  const member = (name: string) => createPersonFixture({ name, roles: everywhere('member') });
  const administrator = (name: string) => createPersonFixture({ name, roles: everywhere('administrator') });
  const world = {
    owner: await member('Ines Caldeira'),
    stranger: await member('Otto Stranger'),
    holder: await administrator('Hedda Holder'),
    administrator: await administrator('Ada Admin'),
    blocked: { member: await member('Bruno Blocked'), administrator: await administrator('Berta Blocked') },
  };
  const { writing } = await import('@/lib/db/client');
  const ids = [world.blocked.member.person.id, world.blocked.administrator.person.id];
  const client = await writing();
  await client.person.updateMany({ where: { id: { in: ids } }, data: { blockedAt: new Date() } });
  return world;
}

/** Places a token of a person: full access, never ending, alive, unless said otherwise. */
export async function placeToken(
  owner: PersonFixture,
  {
    access = { kind: 'full' },
    expiresAt = null,
    state = 'alive',
  }: { access?: Access; expiresAt?: Date | null; state?: 'alive' | 'paused' | 'removed' } = {},
): Promise<PlacedToken> {
  const { randomId } = await import('@/lib/crypto/random-id');
  const { insertToken } = await import('@/lib/db/tokens');
  const { transaction } = await import('@/lib/db/transaction');
  const { makeSecret } = await import('@/lib/services/tokens/make-secret');
  const { secret, columns } = makeSecret();
  const now = new Date();
  const id = randomId();
  const token = await transaction(owner.call(), async (tx) => {
    const inserted = await insertToken(tx, {
      id,
      ownerId: owner.person.id,
      createdAt: now,
      description: 'a token of the matrix',
      access,
      ...noLimits,
      expiresAt,
      ...columns,
    });
    if (state === 'paused') await tx.token.update({ where: { id }, data: { pausedAt: now } });
    if (state === 'removed') await tx.token.update({ where: { id }, data: { removedAt: now } });
    return inserted;
  });
  return { id, number: token.number, version: token.version, secret };
}

/**
 * Everything that a request could have changed, in a few numbers: rows, versions and changes of each table. Not when a token
 * was last used, and not what the log says of refusals.
 */
export async function stateOfDesk(): Promise<string> {
  const { reading } = await import('@/lib/db/client');
  const client = await reading();
  const facts = await client.$queryRawUnsafe(`
    SELECT
      (SELECT count(*) || '/' || total(version) || '/' || count(removedAt) || '/' || count(pausedAt) FROM "Token") AS tokens,
      (SELECT count(*) || '/' || total(version) || '/' || count(blockedAt) || '/' || count(removedAt) FROM "Person") AS people,
      (SELECT group_concat(passwordHash) FROM "Person") AS passwords,
      (SELECT count(*) || '/' || count(endedAt) || '/' || total(expiresAt) FROM "Session") AS sessions,
      (SELECT count(*) FROM "RoleAssignment") AS assignments,
      (SELECT count(*) FROM "Role") AS roles,
      (SELECT count(*) FROM "Project") AS projects,
      (SELECT count(*) FROM "AccessToken") AS accessTokens,
      (SELECT count(*) FROM "Event" WHERE outcome = 'done' AND action NOT LIKE 'token.first-used') AS done`);
  return JSON.stringify(facts, (_key, value: unknown) => (typeof value === 'bigint' ? Number(value) : value));
}
