import { createSecretKey } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { peppers, retirePepper, rotatePepper } from '@/lib/crypto/key-ring';
import * as secrets from '@/lib/crypto/secret';
import { reading } from '@/lib/db/client';
import { createPersonFixture, type PersonFixture } from '@/tests/support/desk';
import { tokenFixture } from '@/tests/support/tokens';
import { verifyToken } from './verify-token';
import { flushUses } from './write-behind';

let owner: PersonFixture;
beforeAll(async () => {
  owner = await createPersonFixture({
    name: 'Vera Blum',
    roles: [{ role: 'administrator', context: 'global' }],
  });
});

/** Lets the ring notice the file that was just written: it looks once a second. */
async function noticeKeys(first: string): Promise<void> {
  await expect.poll(() => peppers()[0]?.id, { timeout: 5_000 }).toBe(first);
}
const keyIdOf = async (id: string) => (await (await reading()).token.findUnique({ where: { id } }))?.keyId;
const outcomeOf = async (secret: string) => (await verifyToken(secret, new Date())).outcome;

describe('the key ring', () => {
  it(
    'TOK-4 rotates under load without one false refusal, and a retired key stops working',
    { timeout: 30_000 },
    async () => {
      const used = await tokenFixture(owner);
      const quiet = await tokenFixture(owner);
      let refused = 0;
      let isOver = false;
      const load = (async () => {
        while (!isOver) {
          if ((await outcomeOf(used.secret)) !== 'valid') refused += 1;
          await new Promise((resolve) => setImmediate(resolve));
        }
      })();
      rotatePepper();
      await noticeKeys('k2');
      expect(peppers()).toHaveLength(2);
      const fresh = await tokenFixture(owner);
      expect(await keyIdOf(fresh.token.id)).toBe('k2');
      await outcomeOf(used.secret);
      await flushUses();
      expect([await keyIdOf(used.token.id), await keyIdOf(quiet.token.id)]).toEqual(['k2', 'k1']);
      retirePepper();
      await expect.poll(() => peppers().length, { timeout: 5_000 }).toBe(1);
      isOver = true;
      await load;
      expect(refused).toBe(0);
      expect([await outcomeOf(used.secret), await outcomeOf(fresh.secret)]).toEqual(['valid', 'valid']);
      expect(await outcomeOf(quiet.secret)).toBe('unknown');
    },
  );

  it('TOK-4 never holds more than two keys, so a verification makes at most two digests', () => {
    rotatePepper();
    rotatePepper();
    rotatePepper();
    expect(peppers().length).toBeLessThanOrEqual(2);
    expect(secrets.digestSecret('x', { id: 'k', key: createSecretKey(Buffer.alloc(32)) })).toHaveLength(43);
  });
});
