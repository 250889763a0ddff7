import type { Access } from '@/lib/domain/grant';
import type { Rights } from '@/lib/domain/rights';
import { reading } from './client';
import { Prisma } from './generated/sqlite/client';
import { accessOf } from './token-access';

/** What verification needs of the row that a digest finds, with its owner's state and rights of the same moment. */
export interface DigestMatch {
  id: string;
  ownerId: string;
  ownerName: string;
  isOwnerBlocked: boolean;
  ownerRights: Rights;
  description: string;
  access: Access;
  mayUseInUrls: boolean;
  expiresAt: Date | null;
  isRemoved: boolean;
  digest: string;
}

interface MatchRow {
  id: string;
  ownerId: string;
  ownerName: string;
  blockedAt: Date | null;
  description: string;
  access: string;
  grants: string;
  mayUseInUrls: boolean;
  expiresAt: Date | null;
  removedAt: Date | null;
  digest: string;
  roleId: string | null;
  context: string | null;
  pattern: string | null;
}

/** The one query of a verification that the cache could not answer: an indexed row, joined with its owner (TOK-5). */
export function digestQuery(digests: readonly string[]): Prisma.Sql {
  return Prisma.sql`
    SELECT t."id", t."ownerId", t."description", t."access", t."grants", t."mayUseInUrls", t."expiresAt", t."removedAt",
      t."digest", p."name" AS "ownerName", p."blockedAt", a."roleId", a."context", r."pattern"
    FROM "Token" t
    JOIN "Person" p ON p."id" = t."ownerId"
    LEFT JOIN "RoleAssignment" a ON a."personId" = t."ownerId"
    LEFT JOIN "RolePattern" r ON r."roleId" = a."roleId"
    WHERE t."digest" IN (${Prisma.join([...digests])})`;
}

/** The token that one of the digests belongs to, removed ones included; null when there is none. */
export async function findByDigest(digests: readonly string[]): Promise<DigestMatch | null> {
  const client = await reading();
  const rows = await client.$queryRaw<MatchRow[]>(digestQuery(digests));
  const [first] = rows;
  if (first === undefined) return null;
  return {
    id: first.id,
    ownerId: first.ownerId,
    ownerName: first.ownerName,
    isOwnerBlocked: first.blockedAt !== null,
    ownerRights: rightsIn(rows.filter((row) => row.id === first.id)),
    description: first.description,
    access: accessOf(first),
    mayUseInUrls: first.mayUseInUrls,
    expiresAt: first.expiresAt,
    isRemoved: first.removedAt !== null,
    digest: first.digest,
  };
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
