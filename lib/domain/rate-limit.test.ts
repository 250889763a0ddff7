import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rateFields, takeOne, type RateRule } from './rate-limit';

const rule: RateRule = { name: 'token', limit: 60, windowSeconds: 60 };

describe('API-8 the rate limit', () => {
  it('lets the whole limit through at once, refuses the next, and says when to come back', () => {
    let fullAt = 0;
    for (let taken = 1; taken <= 60; taken += 1) {
      const take = takeOne(rule, fullAt, 1_000);
      expect([taken, take.isAdmitted, take.state.remaining]).toEqual([taken, true, 60 - taken]);
      ({ fullAt } = take);
    }
    expect(takeOne(rule, fullAt, 1_000)).toMatchObject({ isAdmitted: false, retryAfterSeconds: 1 });
    expect(takeOne(rule, fullAt, 1_999)).toMatchObject({ isAdmitted: false });
    expect(takeOne(rule, fullAt, 2_000)).toMatchObject({ isAdmitted: true });
    expect(takeOne(rule, fullAt, 61_000).state).toMatchObject({ remaining: 59, resetSeconds: 1 });
  });

  it('a refused request costs nothing', () => {
    const empty = 60_000;
    expect(takeOne(rule, empty, 0).fullAt).toBe(empty);
  });

  it('whoever waits as long as was said gets through, however the requests fall', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5_000 }),
        fc.integer({ min: 1, max: 3_600 }),
        fc.array(fc.integer({ min: 0, max: 5_000 }), { maxLength: 200 }),
        (limit, windowSeconds, gaps) => {
          const given: RateRule = { name: 'address', limit, windowSeconds };
          let [fullAt, now] = [0, 0];
          for (const gap of gaps) {
            now += gap;
            const take = takeOne(given, fullAt, now);
            if (!take.isAdmitted)
              expect(takeOne(given, take.fullAt, now + take.retryAfterSeconds * 1_000).isAdmitted).toBe(true);
            ({ fullAt } = take);
          }
        },
      ),
    );
  });

  it('in any window no more than twice the limit passes, and in the long run the limit exactly', () => {
    let [fullAt, admitted] = [0, 0];
    for (let now = 0; now < 600_000; now += 100) {
      const take = takeOne(rule, fullAt, now);
      ({ fullAt } = take);
      if (take.isAdmitted) admitted += 1;
    }
    expect(admitted).toBeGreaterThanOrEqual(10 * 60);
    expect(admitted).toBeLessThanOrEqual(11 * 60);
  });

  it('is told in the fields that clients know', () => {
    expect(rateFields(takeOne(rule, 0, 0).state)).toEqual({
      'RateLimit-Policy': '"token";q=60;w=60',
      RateLimit: '"token";r=59;t=1',
    });
  });
});
