import Database from 'better-sqlite3';
import { createHash, randomBytes } from 'node:crypto';
import path from 'node:path';

const columns = `"id","number","ownerId","description","access","grants","digest","keyId","hintStart","hintEnd","createdAt","changedAt"`;

/**
 * Puts so many tokens of one owner into the database of a data directory, in one transaction and without a verb: rows of
 * the same size as any other, with digests that belong to no secret.
 */
export function insertManyTokens(dataDir: string, ownerId: string, count: number): void {
  const database = new Database(path.join(dataDir, 'tokendesk.db'));
  try {
    const highest =
      database.prepare<[], number | null>('SELECT max("number") FROM "Token"').pluck().get() ?? 0;
    const insert = database.prepare(
      `INSERT INTO "Token" (${columns}) VALUES (?,?,?,?,'limited','[]',?,'k1','aaaa','zzzz',?,?)`,
    );
    const at = new Date().toISOString();
    const seed = randomBytes(16);
    database.transaction(() => {
      for (let index = 0; index < count; index += 1) {
        const digest = createHash('sha256').update(seed).update(String(index)).digest('base64url');
        const number = highest + index + 1;
        insert.run(`many-${index}`, number, ownerId, `token ${index}`, digest, at, at);
      }
    })();
  } finally {
    database.close();
  }
}
