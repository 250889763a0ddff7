import Database from 'better-sqlite3';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { newSecret } from '@/lib/crypto/secret';
import { databaseFile, reading } from '@/lib/db/client';
import { verifyClient } from '@/lib/services/clients/verify-client';
import { verifyToken } from './verify-token';

let plan: (sql: string) => string[];

beforeAll(async () => {
  await reading();
  const database = new Database(databaseFile(), { readonly: true });
  plan = (sql) => {
    const values = Array.from({ length: sql.split('?').length - 1 }, () => 1);
    const steps = database.prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`).all(...values);
    return steps.map(({ detail }) => detail).filter((detail) => /^(SEARCH|SCAN)/.test(detail));
  };
});

/** The plans of the statements that reach the database while `work` runs. */
async function plansOf(work: () => Promise<unknown>): Promise<string[]> {
  const prepare = vi.spyOn(Database.prototype, 'prepare');
  await work();
  const statements = prepare.mock.calls.map(([sql]) => sql).filter((sql) => /^\s*SELECT/i.test(sql));
  prepare.mockRestore();
  expect(statements.length).toBeGreaterThan(0);
  return statements.flatMap(plan);
}

describe('what a credential that memory does not know is looked up by', () => {
  it.each([
    ['a token', () => verifyToken(newSecret(), new Date())],
    ['an access token', () => verifyToken(newSecret('access'), new Date())],
    ['a gateway', () => verifyClient(newSecret('gateway'), 'gateway')],
    ['a resource server', () => verifyClient(newSecret('resource-server'), 'resource-server')],
  ] as const)('TOK-5 %s by a unique index, and all that is joined by theirs', async (_name, ask) => {
    const steps = await plansOf(ask);
    expect(steps[0]).toMatch(/INDEX \w+_digest_key \(digest=\?\)/);
    expect(steps.filter((step) => !/^SEARCH .* USING (COVERING )?INDEX/.test(step))).toEqual([]);
  });
});
