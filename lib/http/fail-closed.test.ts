import { readFileSync, renameSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { databaseFile } from '@/lib/db/client';
import { transaction } from '@/lib/db/transaction';
import { followCatalog, loadCatalog } from '@/lib/services/catalog/load-catalog';
import { verifyClient } from '@/lib/services/clients/verify-client';
import { verifyToken } from '@/lib/services/tokens/verify-token';
import { createPersonFixture, systemCall, type PersonFixture } from '@/tests/support/desk';
import { doorFixture, type DoorFixture } from '@/tests/support/door';
import { askAs, gatewayFixture, gatewayKinds } from '@/tests/support/gateway';
import { resourceServerFixture, type ResourceServerFixture } from '@/tests/support/resource-server';
import { putServices, serviceFixture } from '@/tests/support/services';
import { tokenFixture } from '@/tests/support/tokens';

let door: DoorFixture;
let owner: PersonFixture;
let key: string;
let server: ResourceServerFixture;
let restore: (() => Promise<void> | void) | null = null;

beforeAll(async () => {
  await followCatalog();
  await putServices(serviceFixture('store', ['GET /orders =list']));
  owner = await createPersonFixture({ name: 'Vera', roles: [{ role: 'administrator', context: 'global' }] });
  key = (await gatewayFixture(['store'])).secret;
  server = await resourceServerFixture(['store']);
  door = await doorFixture();
});
afterEach(async () => {
  await restore?.();
  restore = null;
});
afterAll(() => door.close());

/** A fault, and how it is brought about; afterwards `restore` ends it. The database's comes last: it stops writers too. */
const faults: Record<string, () => Promise<void>> = {
  'the key file is gone': async () => {
    const file = path.join(path.dirname(databaseFile()), 'keys.json');
    const kept = `${file}.kept`;
    readFileSync(file);
    renameSync(file, kept);
    restore = async () => {
      renameSync(kept, file);
      await expect
        .poll(async () => (await verifyClient(key, 'gateway')) !== null, { timeout: 5_000 })
        .toBe(true);
    };
    // A ring looks at its file once a second.
    const outcome = () =>
      verifyClient(key, 'gateway').then(
        (client) => client === null,
        () => true,
      );
    await expect.poll(outcome, { timeout: 5_000 }).toBe(true);
  },
  'the catalog cannot be read': async () => {
    const database = new Database(databaseFile());
    const write = database.prepare('UPDATE "Service" SET "operations" = ? WHERE "name" = \'store\'');
    const read = database
      .prepare<[], string>('SELECT "operations" FROM "Service" WHERE "name" = \'store\'')
      .pluck();
    const good = read.get();
    write.run('no JSON');
    await transaction(systemCall(), (_tx, record) =>
      record({ action: 'service.imported', subjectKind: 'service', subjectId: 'store', ownerId: null }),
    );
    restore = async () => {
      write.run(good);
      database.close();
      await loadCatalog();
    };
  },
  'the database fails': () => {
    const prepare = vi.spyOn(Database.prototype, 'prepare').mockImplementation(() => {
      throw new Error('disk I/O error');
    });
    restore = () => prepare.mockRestore();
    return Promise.resolve();
  },
};

const basic = () => `Basic ${Buffer.from(`${server.client.id}:${server.secret}`).toString('base64')}`;

describe.each(Object.keys(faults))('while %s', (fault) => {
  // The first is known to memory, the second to the database alone.
  it.each(['a token that was asked about before', 'a token that is new'])(
    'INT-9 nobody lets %s through',
    async (which) => {
      const { secret } = await tokenFixture(owner);
      const forward = (kind: (typeof gatewayKinds)[number]) =>
        askAs(kind, door, { uri: '/orders', key, presented: secret });
      const introspect = () =>
        door.send({
          method: 'POST',
          path: '/oauth/introspect',
          headers: { authorization: basic(), 'content-type': 'application/x-www-form-urlencoded' },
          body: `token=${secret}`,
        });
      const self = () => door.send({ path: '/api/v1/self', headers: { authorization: `Bearer ${secret}` } });
      const isKnown = which.includes('before');
      if (isKnown) {
        expect((await forward('caddy')).status).toBe(200);
        expect((await introspect()).text).toContain('"active":true');
      }
      // What memory knows needs no database: that is what it is for.
      const mayAnswer = isKnown && fault === 'the database fails';
      await faults[fault]?.();
      for (const kind of gatewayKinds) {
        const { status } = await forward(kind);
        if (!mayAnswer) expect(status).toBeGreaterThanOrEqual(400);
        if (kind === 'nginx' && !mayAnswer) expect([401, 403]).toContain(status);
      }
      if (mayAnswer) return;
      expect((await introspect()).text).not.toContain('"active":true');
      expect((await self()).status).toBeGreaterThanOrEqual(400);
      const verified = await verifyToken(secret, new Date()).then(
        ({ outcome }) => outcome,
        () => 'thrown',
      );
      expect(verified).not.toBe('valid');
      await restore?.();
      restore = null;
      expect((await forward('caddy')).status).toBe(200);
      expect((await introspect()).text).toContain('"active":true');
    },
  );
});
