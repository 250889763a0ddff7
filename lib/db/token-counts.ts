import type { Access } from '@/lib/domain/grant';
import { reading } from './client';
import { accessOf } from './token-access';

/** How many of an owner's tokens share an access. All but `expired` count live ones. */
export interface TokenGroup {
  access: Access;
  live: number;
  ending: number;
  neverUsed: number;
  expired: number;
}

interface GroupRow {
  access: string;
  grants: string;
  all: bigint | number;
  expired: bigint | number;
  ending: bigint | number;
  neverUsed: bigint | number;
}

/**
 * The owner's tokens that have not been removed, counted where they lie: ten thousand rows need not travel for a sentence.
 * Expired at `now`; ending when they live now and not at `soon`.
 */
export async function groupTokens(ownerId: string, now: Date, soon: Date): Promise<TokenGroup[]> {
  const client = await reading();
  const rows = await client.$queryRaw<GroupRow[]>`
    SELECT "access", "grants", COUNT(*) AS "all",
      SUM(CASE WHEN "expiresAt" <= ${now} THEN 1 ELSE 0 END) AS "expired",
      SUM(CASE WHEN "expiresAt" > ${now} AND "expiresAt" <= ${soon} THEN 1 ELSE 0 END) AS "ending",
      SUM(CASE WHEN "lastUsedAt" IS NULL AND ("expiresAt" IS NULL OR "expiresAt" > ${now}) THEN 1 ELSE 0 END) AS "neverUsed"
    FROM "Token" WHERE "ownerId" = ${ownerId} AND "removedAt" IS NULL
    GROUP BY "access", "grants"`;
  return rows.map((row) => ({
    access: accessOf(row),
    live: Number(row.all) - Number(row.expired),
    ending: Number(row.ending),
    neverUsed: Number(row.neverUsed),
    expired: Number(row.expired),
  }));
}
