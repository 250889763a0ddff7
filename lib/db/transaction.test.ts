import path from 'node:path';
import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { systemCall } from '@/tests/support/desk';
import { transaction } from './transaction';

it('REL-6 a change that reads before it writes is not refused because another process wrote in between', async () => {
  const other = new Database(path.join(process.env.DATA_DIR ?? '', 'tokendesk.db'), { timeout: 0 });
  const write = () => other.prepare(`INSERT INTO "Setting" VALUES ('other', 'process')`).run();
  await transaction(systemCall(), async (tx) => {
    await tx.setting.findMany();
    expect(write).toThrow('database is locked');
    await tx.setting.create({ data: { key: 'this', value: 'process' } });
  });
  expect(write().changes).toBe(1);
  other.close();
});
