-- CreateTable
CREATE TABLE "Person" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "number" INTEGER NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "passwordHash" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "lastSignInAt" DATETIME,
    "blockedAt" DATETIME,
    "version" INTEGER NOT NULL DEFAULT 1
);

-- CreateTable
CREATE TABLE "Session" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "personId" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "lastSeenAt" DATETIME NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    "endedAt" DATETIME,
    "endedReason" TEXT,
    "address" TEXT NOT NULL,
    "userAgent" TEXT NOT NULL,
    CONSTRAINT "Session_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Role" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "builtIn" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1
);

-- CreateTable
CREATE TABLE "RolePattern" (
    "roleId" TEXT NOT NULL,
    "pattern" TEXT NOT NULL,

    PRIMARY KEY ("roleId", "pattern"),
    CONSTRAINT "RolePattern_roleId_fkey" FOREIGN KEY ("roleId") REFERENCES "Role" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "RoleAssignment" (
    "personId" TEXT NOT NULL,
    "roleId" TEXT NOT NULL,
    "context" TEXT NOT NULL,

    PRIMARY KEY ("personId", "roleId", "context"),
    CONSTRAINT "RoleAssignment_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "RoleAssignment_roleId_fkey" FOREIGN KEY ("roleId") REFERENCES "Role" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Project" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "Token" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "number" INTEGER NOT NULL,
    "ownerId" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "access" TEXT NOT NULL,
    "mayUseInUrls" BOOLEAN NOT NULL DEFAULT true,
    "expiresAt" DATETIME,
    "createdAt" DATETIME NOT NULL,
    "changedAt" DATETIME NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "digest" TEXT NOT NULL,
    "keyId" TEXT NOT NULL,
    "hintStart" TEXT NOT NULL,
    "hintEnd" TEXT NOT NULL,
    "removedAt" DATETIME,
    "lastUsedAt" DATETIME,
    "lastUsedAddress" TEXT,
    "lastUsedAgent" TEXT,
    CONSTRAINT "Token_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "TokenGrant" (
    "tokenId" TEXT NOT NULL,
    "context" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,

    PRIMARY KEY ("tokenId", "context", "kind", "name"),
    CONSTRAINT "TokenGrant_tokenId_fkey" FOREIGN KEY ("tokenId") REFERENCES "Token" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Event" (
    "seq" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "at" DATETIME NOT NULL,
    "action" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "actorKind" TEXT NOT NULL,
    "actorPersonId" TEXT,
    "actorTokenId" TEXT,
    "actorName" TEXT NOT NULL,
    "sessionId" TEXT,
    "subjectKind" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "ownerId" TEXT,
    "context" TEXT,
    "via" TEXT NOT NULL,
    "requestId" TEXT NOT NULL,
    "address" TEXT,
    "userAgent" TEXT,
    "data" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "FailureBudget" (
    "key" TEXT NOT NULL PRIMARY KEY,
    "failures" INTEGER NOT NULL,
    "lastAt" DATETIME NOT NULL,
    "lockedUntil" DATETIME
);

-- CreateTable
CREATE TABLE "Setting" (
    "key" TEXT NOT NULL PRIMARY KEY,
    "value" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "Environment" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "displayName" TEXT NOT NULL,
    "projectKey" TEXT NOT NULL,
    "ownerId" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "template" TEXT NOT NULL,
    "nodeCount" INTEGER NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "changedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "EnvironmentVariable" (
    "environmentId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "value" TEXT NOT NULL,

    PRIMARY KEY ("environmentId", "name"),
    CONSTRAINT "EnvironmentVariable_environmentId_fkey" FOREIGN KEY ("environmentId") REFERENCES "Environment" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "EnvironmentProperty" (
    "environmentId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "value" TEXT NOT NULL,

    PRIMARY KEY ("environmentId", "name"),
    CONSTRAINT "EnvironmentProperty_environmentId_fkey" FOREIGN KEY ("environmentId") REFERENCES "Environment" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "EnvironmentEndpoint" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "environmentId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "privatePort" INTEGER NOT NULL,
    "publicPort" INTEGER NOT NULL,
    "protocol" TEXT NOT NULL,
    CONSTRAINT "EnvironmentEndpoint_environmentId_fkey" FOREIGN KEY ("environmentId") REFERENCES "Environment" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "EnvironmentLog" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "environmentId" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "line" TEXT NOT NULL,
    CONSTRAINT "EnvironmentLog_environmentId_fkey" FOREIGN KEY ("environmentId") REFERENCES "Environment" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Archive" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "projectKey" TEXT NOT NULL,
    "ownerId" TEXT NOT NULL,
    "sizeBytes" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "content" BLOB NOT NULL,
    "createdAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "Deployment" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "environmentId" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "archiveId" TEXT NOT NULL,
    "deployedAt" DATETIME NOT NULL,
    CONSTRAINT "Deployment_environmentId_fkey" FOREIGN KEY ("environmentId") REFERENCES "Environment" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Deployment_archiveId_fkey" FOREIGN KEY ("archiveId") REFERENCES "Archive" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Installation" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "appId" TEXT NOT NULL,
    "environmentId" TEXT NOT NULL,
    "installedAt" DATETIME NOT NULL,
    "installedById" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "Favorite" (
    "personId" TEXT NOT NULL,
    "appId" TEXT NOT NULL,

    PRIMARY KEY ("personId", "appId")
);

-- CreateIndex
CREATE UNIQUE INDEX "Person_number_key" ON "Person"("number");

-- CreateIndex
CREATE UNIQUE INDEX "Person_email_key" ON "Person"("email");

-- CreateIndex
CREATE INDEX "Session_personId_endedAt_idx" ON "Session"("personId", "endedAt");

-- CreateIndex
CREATE UNIQUE INDEX "Role_key_key" ON "Role"("key");

-- CreateIndex
CREATE UNIQUE INDEX "Role_name_key" ON "Role"("name");

-- CreateIndex
CREATE INDEX "RoleAssignment_roleId_idx" ON "RoleAssignment"("roleId");

-- CreateIndex
CREATE UNIQUE INDEX "Project_key_key" ON "Project"("key");

-- CreateIndex
CREATE UNIQUE INDEX "Token_number_key" ON "Token"("number");

-- CreateIndex
CREATE UNIQUE INDEX "Token_digest_key" ON "Token"("digest");

-- CreateIndex
CREATE INDEX "Token_ownerId_removedAt_idx" ON "Token"("ownerId", "removedAt");

-- CreateIndex
CREATE INDEX "Event_ownerId_seq_idx" ON "Event"("ownerId", "seq");

-- CreateIndex
CREATE INDEX "Event_subjectKind_subjectId_seq_idx" ON "Event"("subjectKind", "subjectId", "seq");

-- CreateIndex
CREATE UNIQUE INDEX "Environment_name_key" ON "Environment"("name");

-- CreateIndex
CREATE INDEX "Environment_projectKey_idx" ON "Environment"("projectKey");

-- CreateIndex
CREATE UNIQUE INDEX "EnvironmentEndpoint_environmentId_name_key" ON "EnvironmentEndpoint"("environmentId", "name");

-- CreateIndex
CREATE INDEX "EnvironmentLog_environmentId_path_id_idx" ON "EnvironmentLog"("environmentId", "path", "id");

-- CreateIndex
CREATE INDEX "Archive_projectKey_idx" ON "Archive"("projectKey");

-- CreateIndex
CREATE UNIQUE INDEX "Deployment_environmentId_path_key" ON "Deployment"("environmentId", "path");

-- CreateIndex
CREATE INDEX "Installation_environmentId_idx" ON "Installation"("environmentId");

-- The log is append-only (AUD-2). An address and agent may be erased later (AUD-5); nothing else may change.
CREATE TRIGGER "Event_no_delete" BEFORE DELETE ON "Event"
BEGIN
  SELECT RAISE(ABORT, 'the event log is append-only');
END;

CREATE TRIGGER "Event_no_update" BEFORE UPDATE ON "Event"
WHEN NEW."address" IS NOT NULL OR NEW."userAgent" IS NOT NULL
  OR NEW."seq" IS NOT OLD."seq" OR NEW."at" IS NOT OLD."at" OR NEW."action" IS NOT OLD."action"
  OR NEW."outcome" IS NOT OLD."outcome" OR NEW."actorKind" IS NOT OLD."actorKind"
  OR NEW."actorPersonId" IS NOT OLD."actorPersonId" OR NEW."actorTokenId" IS NOT OLD."actorTokenId"
  OR NEW."actorName" IS NOT OLD."actorName" OR NEW."sessionId" IS NOT OLD."sessionId"
  OR NEW."subjectKind" IS NOT OLD."subjectKind" OR NEW."subjectId" IS NOT OLD."subjectId"
  OR NEW."ownerId" IS NOT OLD."ownerId" OR NEW."context" IS NOT OLD."context" OR NEW."via" IS NOT OLD."via"
  OR NEW."requestId" IS NOT OLD."requestId" OR NEW."data" IS NOT OLD."data"
BEGIN
  SELECT RAISE(ABORT, 'the event log is append-only');
END;
