import type { Access } from '@/lib/domain/grant';
import type { Rights } from '@/lib/domain/rights';
import type { Token } from '@/lib/domain/token';
import type { TokenLimits } from '@/lib/domain/token-limits';
import { reading } from './client';
import { Prisma } from './generated/sqlite/client';
import { accessOf } from './token-access';
import { limitsOf } from './token-limits';
import { tokenColumns, toToken } from './tokens';
import type { Transaction } from './transaction';

/** What verification needs of the row that a digest finds, with its owner's state and rights of the same moment. */
export interface DigestMatch extends TokenLimits {
  id: string;
  ownerId: string;
  ownerName: string;
  ownerEmail: string;
  isOwnerBlocked: boolean;
  ownerRights: Rights;
  description: string;
  access: Access;
  createdAt: Date;
  expiresAt: Date | null;
  isPaused: boolean;
  isRemoved: boolean;
  digest: string;
  /** Set when the digest is that of an access token standing in for this one. */
  standIn: { id: string; createdAt: Date; narrowedTo: Access | null; expiresAt: Date } | null;
}

interface MatchRow {
  id: string;
  ownerId: string;
  ownerName: string;
  ownerEmail: string;
  blockedAt: Date | null;
  description: string;
  access: string;
  grants: string;
  mayUseInUrls: boolean;
  addresses: string;
  notBefore: Date | null;
  requestsPerMinute: number | null;
  createdAt: Date;
  expiresAt: Date | null;
  pausedAt: Date | null;
  removedAt: Date | null;
  digest: string;
  standInId?: string;
  standInCreatedAt?: Date;
  standInAccess?: string;
  standInGrants?: string;
  standInExpiresAt?: Date;
  roleId: string | null;
  context: string | null;
  pattern: string | null;
}

const columns = Prisma.sql`
  t."id", t."ownerId", t."description", t."access", t."grants", t."mayUseInUrls", t."addresses", t."notBefore",
  t."requestsPerMinute", t."createdAt", t."expiresAt", t."pausedAt", t."removedAt", p."name" AS "ownerName",
  p."email" AS "ownerEmail", p."blockedAt", a."roleId", a."context", r."pattern"`;

const withOwner = Prisma.sql`
  JOIN "Person" p ON p."id" = t."ownerId"
  LEFT JOIN "RoleAssignment" a ON a."personId" = t."ownerId"
  LEFT JOIN "RolePattern" r ON r."roleId" = a."roleId"`;

/** The one query of a verification that the cache could not answer: an indexed row, joined with its owner (TOK-5). */
export function digestQuery(digests: readonly string[]): Prisma.Sql {
  return Prisma.sql`SELECT ${columns}, t."digest" FROM "Token" t ${withOwner}
    WHERE t."digest" IN (${Prisma.join([...digests])})`;
}

/** The same for the digest of an access token: the token that it stands in for. */
export function standInQuery(digests: readonly string[]): Prisma.Sql {
  return Prisma.sql`SELECT ${columns}, s."digest", s."id" AS "standInId", s."createdAt" AS "standInCreatedAt",
      s."access" AS "standInAccess", s."grants" AS "standInGrants", s."expiresAt" AS "standInExpiresAt"
    FROM "AccessToken" s JOIN "Token" t ON t."id" = s."tokenId" ${withOwner}
    WHERE s."digest" IN (${Prisma.join([...digests])})`;
}

/** The token that one of the digests belongs to, removed ones included; null when there is none. */
export async function findByDigest(
  digests: readonly string[],
  kind: 'personal' | 'access',
): Promise<DigestMatch | null> {
  const client = await reading();
  const query = kind === 'personal' ? digestQuery(digests) : standInQuery(digests);
  const rows = await client.$queryRaw<MatchRow[]>(query);
  const [first] = rows;
  if (first === undefined) return null;
  return {
    id: first.id,
    ownerId: first.ownerId,
    ownerName: first.ownerName,
    ownerEmail: first.ownerEmail,
    isOwnerBlocked: first.blockedAt !== null,
    ownerRights: rightsIn(rows.filter((row) => row.id === first.id)),
    description: first.description,
    access: accessOf(first),
    ...limitsOf(first),
    createdAt: first.createdAt,
    expiresAt: first.expiresAt,
    isPaused: first.pausedAt !== null,
    isRemoved: first.removedAt !== null,
    digest: first.digest,
    standIn: standInOf(first),
  };
}

/** The tokens whose secrets of now have these digests, whatever their state, unless they were removed. In no order. */
export async function findTokensByDigest(digests: readonly string[], tx?: Transaction): Promise<Token[]> {
  const client = tx ?? (await reading());
  const where = { digest: { in: [...digests] }, removedAt: null };
  return (await client.token.findMany({ where, select: tokenColumns })).map(toToken);
}

/** True when one of the digests is that of the token's secret of now: it was not regenerated or removed in the meantime. */
export async function isSecretOf(
  tx: Transaction,
  tokenId: string,
  digests: readonly string[],
): Promise<boolean> {
  const where = { id: tokenId, digest: { in: [...digests] }, removedAt: null };
  return (await tx.token.count({ where })) === 1;
}

function standInOf(row: MatchRow): DigestMatch['standIn'] {
  const { standInId: id, standInCreatedAt: createdAt, standInExpiresAt: expiresAt } = row;
  const { standInAccess, standInGrants } = row;
  if (id === undefined || createdAt === undefined || expiresAt === undefined) return null;
  if (standInAccess === undefined || standInGrants === undefined) return null;
  const narrowedTo =
    standInAccess === 'same' ? null : accessOf({ access: standInAccess, grants: standInGrants });
  return { id, createdAt, narrowedTo, expiresAt };
}

function rightsIn(rows: readonly MatchRow[]): Rights {
  const rights = new Map<string, { context: string; patterns: string[] }>();
  for (const { roleId, context, pattern } of rows) {
    if (roleId === null || context === null || pattern === null) continue;
    const key = `${roleId} ${context}`;
    const right = rights.get(key) ?? { context, patterns: [] };
    right.patterns.push(pattern);
    rights.set(key, right);
  }
  return [...rights.values()];
}
