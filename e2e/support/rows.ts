import path from 'node:path';
import Database from 'better-sqlite3';

/** Reads rows of a desk's database beside the running server; never writes. */
export function readRows<Row>(dataDir: string, sql: string, ...values: unknown[]): Row[] {
  const database = new Database(path.join(dataDir, 'tokendesk.db'), { readonly: true });
  try {
    return database.prepare<unknown[], Row>(sql).all(...values);
  } finally {
    database.close();
  }
}

const changing = [
  'SELECT id, version, description, access, grants, expiresAt, digest, removedAt FROM Token ORDER BY id',
  'SELECT id, name, email, passwordHash, blockedAt, version FROM Person ORDER BY id',
  'SELECT personId, roleId, context FROM RoleAssignment ORDER BY personId, roleId, context',
  'SELECT id, displayName, projectKey, status FROM Environment ORDER BY id',
  "SELECT seq, action FROM Event WHERE outcome = 'done' AND action LIKE 'token.%' AND action <> 'token.first-used' ORDER BY seq",
];

/** Everything that a refused change has to leave as it was, in one string. */
export function fingerprint(dataDir: string): string {
  return JSON.stringify(changing.map((sql) => readRows(dataDir, sql)));
}
