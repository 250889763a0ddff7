import type { Person, User } from '@/lib/domain/person';
import { reading } from './client';
import type { Prisma } from './generated/sqlite/client';
import type { Transaction } from './transaction';

const personColumns = {
  id: true,
  number: true,
  email: true,
  name: true,
  createdAt: true,
  lastSignInAt: true,
  blockedAt: true,
  approvedAt: true,
  version: true,
} as const satisfies Prisma.PersonSelect;

/** What the check of a password needs. The only way out for a hash. */
export interface PersonCredential {
  personId: string;
  email: string;
  name: string;
  passwordHash: string;
  isBlocked: boolean;
  isRemoved: boolean;
}

/** The credential of a person, by id or by normalised email; null when there is no such person. */
export async function findCredential(
  by: { id: string } | { email: string },
): Promise<PersonCredential | null> {
  const row = await (await reading()).person.findUnique({ where: by });
  if (row === null) return null;
  const { id: personId, email, name, passwordHash } = row;
  const [isBlocked, isRemoved] = [row.blockedAt !== null, row.removedAt !== null];
  return { personId, email, name, passwordHash, isBlocked, isRemoved };
}

/** A person who has not been removed, by id, by normalised email or by number; null when there is none. */
export async function findPerson(
  by: { id: string } | { email: string } | { number: number },
  tx?: Transaction,
): Promise<Person | null> {
  if ('number' in by && !isColumnInteger(by.number)) return null;
  const client = tx ?? (await reading());
  return client.person.findUnique({ where: { ...by, removedAt: null }, select: personColumns });
}

/** What the column can hold; anything else is nobody's number. */
function isColumnInteger(value: number): boolean {
  return Number.isInteger(value) && Math.abs(value) < 2 ** 31;
}

/** Everyone who has not been removed, by number, or the one with this id; with whether they hold a role in `global`. */
export async function findUsers(administratorRole: string, id?: string): Promise<User[]> {
  const held = { context: 'global', role: { key: administratorRole } };
  const rows = await (
    await reading()
  ).person.findMany({
    where: { removedAt: null, ...(id === undefined ? {} : { id }) },
    select: { ...personColumns, assignments: { where: held, select: { context: true } } },
    orderBy: { number: 'asc' },
  });
  return rows.map(({ assignments, ...person }) => ({ ...person, isAdministrator: assignments.length > 0 }));
}

/** The numbers and names of these people, removed ones included. */
export async function findPeopleNumbers(
  ids: readonly string[],
): Promise<Map<string, { number: number; name: string }>> {
  const rows = await (
    await reading()
  ).person.findMany({ where: { id: { in: [...ids] } }, select: { id: true, number: true, name: true } });
  return new Map(rows.map(({ id, ...person }) => [id, person]));
}

/** A person with what the People page shows: roles by key, and how many tokens live in their name. */
export interface PersonRecord extends Person {
  roles: { role: string; context: string }[];
  tokenCount: number;
}

/** Everyone who has not been removed, by name; or the people with these ids, removed or not. `now` bounds what counts as a live token. */
export async function findPeople(now: Date, ids?: readonly string[]): Promise<PersonRecord[]> {
  const client = await reading();
  const rows = await client.person.findMany({
    where: ids === undefined ? { removedAt: null } : { id: { in: [...ids] } },
    select: {
      ...personColumns,
      assignments: {
        select: { context: true, role: { select: { key: true } } },
        orderBy: { context: 'asc' },
      },
      _count: {
        select: {
          tokens: { where: { removedAt: null, OR: [{ expiresAt: null }, { expiresAt: { gt: now } }] } },
        },
      },
    },
    orderBy: [{ name: 'asc' }, { number: 'asc' }],
  });
  return rows.map(({ assignments, _count, ...person }) => ({
    ...person,
    roles: assignments.map(({ context, role }) => ({ role: role.key, context })),
    tokenCount: _count.tokens,
  }));
}

/** The number a new person gets: the first is 1000. */
export async function nextPersonNumber(tx: Transaction): Promise<number> {
  const highest = await tx.person.aggregate({ _max: { number: true } });
  return (highest._max.number ?? 999) + 1;
}

/** Adds a person. The caller has checked that the email is free. */
export async function insertPerson(
  tx: Transaction,
  person: Pick<Person, 'id' | 'number' | 'email' | 'name' | 'createdAt'> &
    Partial<Pick<Person, 'approvedAt' | 'blockedAt'>> & { passwordHash: string },
): Promise<void> {
  await tx.person.create({ data: { approvedAt: person.createdAt, ...person } });
}

/** Sets columns of a person when the version is still `version`, and raises it; false when someone was quicker. */
export async function changePerson(
  tx: Transaction,
  personId: string,
  version: number,
  change: Partial<Pick<Person, 'name' | 'email' | 'blockedAt' | 'approvedAt'>>,
): Promise<boolean> {
  const { count } = await tx.person.updateMany({
    where: { id: personId, version, removedAt: null },
    data: { ...change, version: { increment: 1 } },
  });
  return count === 1;
}

/**
 * Marks a person as removed, when the version is still `version`. The row stays for the log; the email is free again and the
 * password is forgotten. Blocked as well, so that whatever asks for a block refuses them.
 */
export async function markPersonRemoved(
  tx: Transaction,
  personId: string,
  version: number,
  at: Date,
): Promise<boolean> {
  const gone = { removedAt: at, blockedAt: at, email: `${personId}@removed.invalid`, passwordHash: 'none' };
  const { count } = await tx.person.updateMany({
    where: { id: personId, version, removedAt: null },
    data: { ...gone, version: { increment: 1 } },
  });
  return count === 1;
}

/** Replaces a hash, if it is still `former`: two sign-ins at once, or a change in between, never undo each other. */
export async function replacePasswordHash(
  tx: Transaction,
  personId: string,
  former: string,
  passwordHash: string,
): Promise<boolean> {
  const { count } = await tx.person.updateMany({
    where: { id: personId, passwordHash: former },
    data: { passwordHash },
  });
  return count === 1;
}

/** Notes a sign-in; does not raise the version. */
export async function noteSignIn(tx: Transaction, personId: string, at: Date): Promise<void> {
  await tx.person.update({ where: { id: personId }, data: { lastSignInAt: at } });
}

/** True when the person still has this hash and is not blocked; within the transaction that lets them in. */
export async function isCredentialCurrent(
  tx: Transaction,
  personId: string,
  passwordHash: string,
): Promise<boolean> {
  return (await tx.person.count({ where: { id: personId, passwordHash, blockedAt: null } })) === 1;
}
