import path from 'node:path';
import Database from 'better-sqlite3';

// What the verbs cannot make, or not in the time of a test, is written as rows, beside the running server. Nothing that
// a cache may have seen is touched.

function withDatabase<T>(dataDir: string, work: (database: Database.Database) => T): T {
  const database = new Database(path.join(dataDir, 'tokendesk.db'));
  try {
    database.pragma('busy_timeout = 5000');
    return work(database);
  } finally {
    database.close();
  }
}

/** Lets a token that was never used yet end at an instant; by the verbs it would end with a day. */
export function endTokenAt(dataDir: string, tokenId: string, at: Date): void {
  withDatabase(dataDir, (database) => {
    const { changes } = database
      .prepare('UPDATE Token SET expiresAt = ? WHERE id = ?')
      .run(storedDate(database, at), tokenId);
    if (changes !== 1) throw new Error('There is no such token.');
  });
}

/** Gives a person `count` more tokens, each like one that they have, with descriptions and ends of their own. */
export function addTokens(dataDir: string, email: string, count: number): void {
  withDatabase(dataDir, (database) => {
    const columns = database.pragma('table_info(Token)') as { name: string }[];
    const made: Record<string, string> = {
      id: 'substr(hex(randomblob(11)), 1, 22)',
      number: 'highest.number + n.value + 1',
      description: "printf('Runner %05d of the build farm', n.value)",
      digest: 'hex(randomblob(32))',
    };
    const names = columns.map(({ name }) => name);
    const values = names.map((name) => made[name] ?? `source."${name}"`);
    database
      .prepare(
        `WITH RECURSIVE n(value) AS (SELECT 0 UNION ALL SELECT value + 1 FROM n WHERE value + 1 < @count),
           highest AS (SELECT max(number) AS number FROM Token),
           sources AS (SELECT t.*, row_number() OVER (ORDER BY t.number) - 1 AS place, count(*) OVER () AS total
             FROM Token t JOIN Person p ON p.id = t.ownerId WHERE p.email = @email AND t.removedAt IS NULL)
         INSERT INTO Token (${names.map((name) => `"${name}"`).join(', ')})
         SELECT ${values.join(', ')} FROM n, highest JOIN sources source ON source.place = n.value % source.total`,
      )
      .run({ count, email });
  });
}

/** Takes tables away under a running desk: what a damaged database does to it. */
export function breakTables(dataDir: string, tables: readonly string[]): void {
  withDatabase(dataDir, (database) => {
    for (const table of tables) database.exec(`ALTER TABLE "${table}" RENAME TO "${table} gone"`);
  });
}

/** An instant as the database's other rows hold it: a number of milliseconds, or ISO 8601 with an offset. */
function storedDate(database: Database.Database, at: Date): number | string {
  const row = database.prepare<[], { createdAt: unknown }>('SELECT createdAt FROM Token LIMIT 1').get();
  return typeof row?.createdAt === 'number' ? at.getTime() : at.toISOString().replace('Z', '+00:00');
}
