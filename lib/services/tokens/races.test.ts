import { beforeAll, describe, expect, it } from 'vitest';
import { countTokens } from '@/lib/db/tokens';
import { DeskError } from '@/lib/domain/errors';
import { createPersonFixture, type PersonFixture } from '@/tests/support/desk';
import { tokenFields, tokenFixture } from '@/tests/support/tokens';
import { copyToken } from './copy-token';
import { editToken } from './edit-token';
import { readToken } from './read-token';
import { regenerateToken } from './regenerate-token';
import { removeTokens } from './remove-tokens';
import { verifyToken } from './verify-token';

let owner: PersonFixture;
beforeAll(async () => {
  owner = await createPersonFixture({
    name: 'Vera Blum',
    roles: [{ role: 'administrator', context: 'global' }],
  });
});

const proof = () => ({ password: owner.password });
const outcomeOf = async (secret: string) => (await verifyToken(secret, new Date())).outcome;

/**
 * How many succeeded, and the codes of the refusals. The failure budget lets only a few proofs of one session be under way
 * at once; the rest are told to wait, which is a refusal like any other here.
 */
async function race(attempts: Promise<unknown>[]) {
  const settled = await Promise.allSettled(attempts);
  const codes = settled.flatMap((each) =>
    each.status === 'fulfilled'
      ? []
      : [each.reason instanceof DeskError ? each.reason.code : String(each.reason)],
  );
  return {
    won: settled.length - codes.length,
    codes: [...new Set(codes.filter((code) => code !== 'proof_locked'))],
  };
}

describe('twice at once', { timeout: 60_000 }, () => {
  it('API-7 of twenty parallel edits exactly one wins, and the others are told', async () => {
    const { token } = await tokenFixture(owner);
    const edits = Array.from({ length: 20 }, (_, index) => {
      const fields = tokenFields({ description: `edit ${index}` });
      return editToken(owner.call(), { id: token.id, version: 1, fields, proof: proof() });
    });
    expect(await race(edits)).toEqual({ won: 1, codes: ['stale_version'] });
    expect(await readToken(owner.call(), token.id)).toMatchObject({ version: 2 });
  });

  it('REL-6 of twenty parallel regenerations exactly one wins, and its secret alone lives', async () => {
    const { token, secret } = await tokenFixture(owner);
    const born: string[] = [];
    const attempts = Array.from({ length: 20 }, async () => {
      born.push((await regenerateToken(owner.call(), { id: token.id, version: 1, proof: proof() })).secret);
    });
    expect(await race(attempts)).toEqual({ won: 1, codes: ['stale_version'] });
    expect(born).toHaveLength(1);
    expect([await outcomeOf(secret), await outcomeOf(born[0] ?? '')]).toEqual(['unknown', 'valid']);
  });

  it('REL-6 copying and removing a token at once ends in one of the two orders, never between', async () => {
    const { token, secret } = await tokenFixture(owner);
    const before = await countTokens(owner.person.id);
    const copy = copyToken(owner.call(), { sourceId: token.id, fields: tokenFields(), proof: proof() });
    const remove = removeTokens(owner.call(), { tokens: [{ id: token.id, version: 1 }], proof: proof() });
    const [copied] = await Promise.allSettled([copy, remove]);
    expect(await outcomeOf(secret)).toBe('removed');
    expect(await countTokens(owner.person.id)).toBe(copied.status === 'fulfilled' ? before : before - 1);
  });

  it('TOK-7 two pollers during 1,000 regenerations never see both secrets alive, nor neither after the answer', async () => {
    let { secret, token } = await tokenFixture(owner);
    const current = { former: '', secret };
    let [both, neither, samples] = [0, 0, 0];
    let isOver = false;
    const poll = async () => {
      while (!isOver) {
        const { former, secret: latter } = current;
        // The former first: it may die between the two looks, but a dead one never comes back.
        const isLatterAlive = (await outcomeOf(latter)) === 'valid';
        const isFormerAlive = former !== '' && (await outcomeOf(former)) === 'valid';
        samples += 1;
        if (isFormerAlive && isLatterAlive) both += 1;
        if (!isLatterAlive && current.secret === latter && !isBusy) neither += 1;
        await new Promise((resolve) => setImmediate(resolve));
      }
    };
    let isBusy = false;
    const pollers = [poll(), poll()];
    for (let round = 0; round < 1_000; round += 1) {
      isBusy = true;
      const next = await regenerateToken(owner.call(), {
        id: token.id,
        version: token.version,
        proof: proof(),
      });
      current.former = secret;
      ({ secret, token } = next);
      current.secret = secret;
      isBusy = false;
      expect([await outcomeOf(current.former), await outcomeOf(secret)]).toEqual(['unknown', 'valid']);
    }
    isOver = true;
    await Promise.all(pollers);
    expect(samples).toBeGreaterThan(1_000);
    expect({ both, neither }).toEqual({ both: 0, neither: 0 });
  });
});
