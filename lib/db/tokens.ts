import type { Access } from '@/lib/domain/grant';
import type { Token } from '@/lib/domain/token';
import type { TokenLimits } from '@/lib/domain/token-limits';
import { reading } from './client';
import type { Prisma } from './generated/sqlite/client';
import { accessColumns, accessOf } from './token-access';
import { limitsOf } from './token-limits';
import type { Transaction } from './transaction';

/** Every column but the digest and its key: a digest has one exit, the look-up of verification (token-digests.ts). */
export const tokenColumns = {
  id: true,
  number: true,
  ownerId: true,
  description: true,
  access: true,
  grants: true,
  mayUseInUrls: true,
  addresses: true,
  notBefore: true,
  requestsPerMinute: true,
  expiresAt: true,
  createdAt: true,
  changedAt: true,
  version: true,
  hintStart: true,
  hintEnd: true,
  pausedAt: true,
  removedAt: true,
  lastUsedAt: true,
  lastUsedAddress: true,
  lastUsedAgent: true,
} as const satisfies Prisma.TokenSelect;

type TokenColumns = Prisma.TokenGetPayload<{ select: typeof tokenColumns }>;

/** A row as the domain knows it. */
export function toToken(row: TokenColumns): Token {
  return {
    id: row.id,
    number: row.number,
    ownerId: row.ownerId,
    description: row.description,
    access: accessOf(row),
    ...limitsOf(row),
    expiresAt: row.expiresAt,
    createdAt: row.createdAt,
    changedAt: row.changedAt,
    version: row.version,
    hint: { start: row.hintStart, end: row.hintEnd },
    pausedAt: row.pausedAt,
    removedAt: row.removedAt,
    lastUse:
      row.lastUsedAt === null
        ? null
        : { at: row.lastUsedAt, address: row.lastUsedAddress ?? '', userAgent: row.lastUsedAgent ?? '' },
  };
}

/** What the desk keeps of a secret. */
export interface SecretColumns {
  digest: string;
  keyId: string;
  hint: { start: string; end: string };
}

/** What an owner may set of a token. */
export interface TokenSettings extends TokenLimits {
  description: string;
  access: Access;
  expiresAt: Date | null;
}

/** Tokens that have not been removed, newest first. `offset` and `limit` count rows. */
export async function findTokenPage(ownerId: string, offset: number, limit: number): Promise<Token[]> {
  const client = await reading();
  const rows = await client.token.findMany({
    where: { ownerId, removedAt: null },
    orderBy: { number: 'desc' },
    skip: offset,
    take: limit,
    select: tokenColumns,
  });
  return rows.map(toToken);
}

/** The owner's token that has not been removed; null for an unknown, removed or foreign id alike. */
export async function findToken(ownerId: string, id: string, tx?: Transaction): Promise<Token | null> {
  const client = tx ?? (await reading());
  const row = await client.token.findFirst({ where: { id, ownerId, removedAt: null }, select: tokenColumns });
  return row === null ? null : toToken(row);
}

/** The owner's tokens among `ids` that have not been removed, in no order. */
export async function findTokens(
  ownerId: string,
  ids: readonly string[],
  tx?: Transaction,
): Promise<Token[]> {
  const client = tx ?? (await reading());
  const where = { id: { in: [...ids] }, ownerId, removedAt: null };
  const rows = await client.token.findMany({ where, select: tokenColumns });
  return rows.map(toToken);
}

/** The owner's tokens with these numbers that have not been removed, in no order. */
export async function findTokensByNumber(ownerId: string, numbers: readonly number[]): Promise<Token[]> {
  const client = await reading();
  const where = { number: { in: [...numbers] }, ownerId, removedAt: null };
  const rows = await client.token.findMany({ where, select: tokenColumns });
  return rows.map(toToken);
}

/** How many tokens the owner has that have not been removed. */
export async function countTokens(ownerId: string, tx?: Transaction): Promise<number> {
  const client = tx ?? (await reading());
  return client.token.count({ where: { ownerId, removedAt: null } });
}

/** Stores a new token. Its number follows the highest one ever given. */
export async function insertToken(
  tx: Transaction,
  token: { id: string; ownerId: string; createdAt: Date } & TokenSettings & SecretColumns,
): Promise<Token> {
  // Not an aggregate: Prisma's would read every row.
  const highest = await tx.token.findFirst({ orderBy: { number: 'desc' }, select: { number: true } });
  const { access, addresses, hint, ...columns } = token;
  const row = await tx.token.create({
    data: {
      ...columns,
      ...accessColumns(access),
      addresses: JSON.stringify(addresses),
      number: (highest?.number ?? 0) + 1,
      changedAt: token.createdAt,
      hintStart: hint.start,
      hintEnd: hint.end,
    },
    select: tokenColumns,
  });
  return toToken(row);
}

/** Which row, seen at which version: a change finds nothing when the row has moved on (API-7). */
export interface TokenAt {
  ownerId: string;
  id: string;
  version: number;
}

/** Changes what the owner may set. Answers the token as it is now; null when there is none at that version. */
export async function updateToken(
  tx: Transaction,
  at: TokenAt,
  settings: TokenSettings,
  changedAt: Date,
): Promise<Token | null> {
  const { access, addresses, ...columns } = settings;
  const data = { ...columns, ...accessColumns(access), addresses: JSON.stringify(addresses), changedAt };
  return change(tx, at, data);
}

/** Puts a new secret in the place of the old one, which is dead from the commit on (TOK-7). */
export async function replaceSecret(
  tx: Transaction,
  at: TokenAt,
  { digest, keyId, hint }: SecretColumns,
  expiresAt: Date | null,
  changedAt: Date,
): Promise<Token | null> {
  return change(tx, at, { digest, keyId, hintStart: hint.start, hintEnd: hint.end, expiresAt, changedAt });
}

/** Sets or clears the pause of a token. */
export async function setPaused(
  tx: Transaction,
  at: TokenAt,
  pausedAt: Date | null,
  changedAt: Date,
): Promise<Token | null> {
  return change(tx, at, { pausedAt, changedAt });
}

/** Marks a token as removed. The row and its digest stay: the log can name it, and no later secret can take its place. */
export async function markRemoved(tx: Transaction, at: TokenAt, removedAt: Date): Promise<boolean> {
  return (await change(tx, at, { removedAt, changedAt: removedAt })) !== null;
}

/** Marks tokens as removed that are at these versions; false when one is not any more: then the transaction has to fail. */
export async function markManyRemoved(
  tx: Transaction,
  tokens: readonly TokenAt[],
  removedAt: Date,
): Promise<boolean> {
  let count = 0;
  for (const [first, ...others] of groupsAlike(tokens)) {
    const { ownerId, version } = first;
    const ids = [first, ...others].map(({ id }) => id);
    const result = await tx.token.updateMany({
      where: { id: { in: ids }, ownerId, version, removedAt: null },
      data: { removedAt, changedAt: removedAt, version: version + 1 },
    });
    count += result.count;
  }
  return count === tokens.length;
}

/** Tokens of one owner at one version, which one statement can change. */
function groupsAlike(tokens: readonly TokenAt[]): Iterable<[TokenAt, ...TokenAt[]]> {
  const groups = new Map<string, [TokenAt, ...TokenAt[]]>();
  for (const token of tokens) {
    const key = `${token.ownerId} ${token.version}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [token]);
    else group.push(token);
  }
  return groups.values();
}

/** Marks all tokens of an owner as removed; answers what they were. */
export async function markAllRemoved(tx: Transaction, ownerId: string, removedAt: Date): Promise<Token[]> {
  const rows = await tx.token.updateManyAndReturn({
    where: { ownerId, removedAt: null },
    data: { removedAt, changedAt: removedAt, version: { increment: 1 } },
    select: tokenColumns,
  });
  return rows.map(toToken);
}

async function change(
  tx: Transaction,
  at: TokenAt,
  data: Prisma.TokenUpdateManyMutationInput,
): Promise<Token | null> {
  const [row] = await tx.token.updateManyAndReturn({
    where: { id: at.id, ownerId: at.ownerId, version: at.version, removedAt: null },
    data: { ...data, version: at.version + 1 },
    select: tokenColumns,
  });
  return row === undefined ? null : toToken(row);
}
