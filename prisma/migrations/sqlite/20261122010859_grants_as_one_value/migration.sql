-- A token's grants are read and written as a whole, on the hot path and ten thousand at a time: one value beside the row
-- instead of a table of lines. No release has held the old table, so there is nothing to carry over.
DROP TABLE "TokenGrant";

ALTER TABLE "Token" ADD COLUMN "grants" TEXT NOT NULL DEFAULT '[]';

DROP INDEX "Token_ownerId_removedAt_idx";

CREATE INDEX "Token_ownerId_removedAt_number_idx" ON "Token"("ownerId", "removedAt", "number");
