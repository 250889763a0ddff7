-- AlterTable
ALTER TABLE "Person" ADD COLUMN "approvedAt" DATETIME;
ALTER TABLE "Person" ADD COLUMN "removedAt" DATETIME;

-- AlterTable
ALTER TABLE "Token" ADD COLUMN "pausedAt" DATETIME;

-- CreateTable
CREATE TABLE "AccessToken" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "tokenId" TEXT NOT NULL,
    "access" TEXT NOT NULL,
    "grants" TEXT NOT NULL DEFAULT '[]',
    "digest" TEXT NOT NULL,
    "keyId" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    CONSTRAINT "AccessToken_tokenId_fkey" FOREIGN KEY ("tokenId") REFERENCES "Token" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "IdempotentReply" (
    "key" TEXT NOT NULL PRIMARY KEY,
    "fingerprint" TEXT NOT NULL,
    "sealed" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "expiresAt" DATETIME NOT NULL
);

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_Project" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1
);
INSERT INTO "new_Project" ("createdAt", "id", "key", "name") SELECT "createdAt", "id", "key", "name" FROM "Project";
DROP TABLE "Project";
ALTER TABLE "new_Project" RENAME TO "Project";
CREATE UNIQUE INDEX "Project_key_key" ON "Project"("key");
CREATE TABLE "new_Session" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "personId" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "lastSeenAt" DATETIME NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    "endedAt" DATETIME,
    "endedReason" TEXT,
    "address" TEXT NOT NULL,
    "userAgent" TEXT NOT NULL,
    "kind" TEXT NOT NULL DEFAULT 'browser',
    "digest" TEXT,
    "keyId" TEXT,
    CONSTRAINT "Session_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
INSERT INTO "new_Session" ("address", "createdAt", "endedAt", "endedReason", "expiresAt", "id", "lastSeenAt", "personId", "userAgent") SELECT "address", "createdAt", "endedAt", "endedReason", "expiresAt", "id", "lastSeenAt", "personId", "userAgent" FROM "Session";
DROP TABLE "Session";
ALTER TABLE "new_Session" RENAME TO "Session";
CREATE UNIQUE INDEX "Session_digest_key" ON "Session"("digest");
CREATE INDEX "Session_personId_endedAt_idx" ON "Session"("personId", "endedAt");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- CreateIndex
CREATE UNIQUE INDEX "AccessToken_digest_key" ON "AccessToken"("digest");

-- CreateIndex
CREATE INDEX "AccessToken_tokenId_idx" ON "AccessToken"("tokenId");

-- CreateIndex
CREATE INDEX "AccessToken_expiresAt_idx" ON "AccessToken"("expiresAt");

-- CreateIndex
CREATE INDEX "IdempotentReply_expiresAt_idx" ON "IdempotentReply"("expiresAt");

-- CreateIndex
CREATE INDEX "Event_actorPersonId_seq_idx" ON "Event"("actorPersonId", "seq");

-- CreateIndex
CREATE INDEX "Event_action_seq_idx" ON "Event"("action", "seq");

-- CreateIndex
CREATE INDEX "Event_address_seq_idx" ON "Event"("address", "seq");

-- CreateIndex
CREATE INDEX "Event_at_idx" ON "Event"("at");

-- Everyone who is here already was let in.
UPDATE "Person" SET "approvedAt" = "createdAt";
