-- CreateTable
CREATE TABLE "Service" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "apiVersion" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "basePath" TEXT NOT NULL,
    "contexts" TEXT NOT NULL,
    "operations" TEXT NOT NULL,
    "documentDigest" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "changedAt" DATETIME NOT NULL,
    "removedAt" DATETIME,
    "version" INTEGER NOT NULL DEFAULT 1
);

-- CreateTable
CREATE TABLE "Client" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "services" TEXT NOT NULL,
    "audience" TEXT,
    "digest" TEXT NOT NULL,
    "keyId" TEXT NOT NULL,
    "hintStart" TEXT NOT NULL,
    "hintEnd" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "changedAt" DATETIME NOT NULL,
    "lastUsedAt" DATETIME,
    "version" INTEGER NOT NULL DEFAULT 1
);

-- CreateTable
CREATE TABLE "GrantUse" (
    "tokenId" TEXT NOT NULL,
    "permission" TEXT NOT NULL,
    "context" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "lastUsedAt" DATETIME NOT NULL,

    PRIMARY KEY ("tokenId", "permission", "context"),
    CONSTRAINT "GrantUse_tokenId_fkey" FOREIGN KEY ("tokenId") REFERENCES "Token" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- New columns only: the former version goes on working with them (expand, then contract).
ALTER TABLE "Token" ADD COLUMN "addresses" TEXT NOT NULL DEFAULT '[]';
ALTER TABLE "Token" ADD COLUMN "notBefore" DATETIME;
ALTER TABLE "Token" ADD COLUMN "requestsPerMinute" INTEGER;

-- CreateIndex
CREATE UNIQUE INDEX "Service_name_key" ON "Service"("name");

-- CreateIndex
CREATE UNIQUE INDEX "Client_name_key" ON "Client"("name");

-- CreateIndex
CREATE UNIQUE INDEX "Client_digest_key" ON "Client"("digest");
