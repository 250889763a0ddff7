import type { TokenUse } from '@/lib/domain/token';
import { publishUses, type UseNotice } from './event-feed';
import { Prisma } from './generated/sqlite/client';
import type { Transaction } from './transaction';

/** A token among those used that had never been used before. */
export interface FirstUse {
  id: string;
  ownerId: string;
  description: string;
}

/** The tokens among `ids` whose use was never written. */
export async function findUnused(tx: Transaction, ids: readonly string[]): Promise<FirstUse[]> {
  return tx.token.findMany({
    where: { id: { in: [...ids] }, lastUsedAt: null },
    select: { id: true, ownerId: true, description: true },
  });
}

/** Writes last uses in one statement; a later use that is already written stays. */
export async function writeUses(
  tx: Transaction,
  uses: readonly ({ tokenId: string } & TokenUse)[],
): Promise<void> {
  if (uses.length === 0) return;
  const rows = uses.map((use) => Prisma.sql`(${use.tokenId}, ${use.at}, ${use.address}, ${use.userAgent})`);
  await tx.$executeRaw`
    WITH u("id", "at", "address", "agent") AS (VALUES ${Prisma.join(rows)})
    UPDATE "Token" SET "lastUsedAt" = u."at", "lastUsedAddress" = u."address", "lastUsedAgent" = u."agent"
    FROM u WHERE "Token"."id" = u."id" AND ("Token"."lastUsedAt" IS NULL OR "Token"."lastUsedAt" < u."at")`;
}

/** Tells open pages of uses, after they are committed. */
export function announceUses(uses: readonly UseNotice[]): void {
  publishUses(uses);
}

/** The digest of a secret under the current pepper, to take the place of the one under a former pepper (TOK-4). */
export interface DigestUpgrade {
  tokenId: string;
  former: string;
  digest: string;
  keyId: string;
}

/** Moves a digest to the current pepper, unless the secret was replaced meanwhile. */
export async function upgradeDigest(
  tx: Transaction,
  { tokenId, former, digest, keyId }: DigestUpgrade,
): Promise<void> {
  await tx.token.updateMany({ where: { id: tokenId, digest: former }, data: { digest, keyId } });
}

/** How often a token was allowed something, since it was last written. */
interface GrantUseCount {
  tokenId: string;
  permission: string;
  context: string;
  count: number;
}

/** Adds counts to those that are written, in one statement; counts of tokens that are gone are dropped. */
export async function writeGrantUses(
  tx: Transaction,
  uses: readonly GrantUseCount[],
  at: Date,
): Promise<void> {
  if (uses.length === 0) return;
  const rows = uses.map(
    (use) => Prisma.sql`(${use.tokenId}, ${use.permission}, ${use.context}, ${use.count})`,
  );
  await tx.$executeRaw`
    WITH u("tokenId", "permission", "context", "count") AS (VALUES ${Prisma.join(rows)})
    INSERT INTO "GrantUse" ("tokenId", "permission", "context", "count", "lastUsedAt")
    SELECT u."tokenId", u."permission", u."context", u."count", ${at}
    FROM u WHERE EXISTS (SELECT 1 FROM "Token" t WHERE t."id" = u."tokenId")
    ON CONFLICT ("tokenId", "permission", "context")
    DO UPDATE SET "count" = "count" + excluded."count", "lastUsedAt" = excluded."lastUsedAt"`;
}
