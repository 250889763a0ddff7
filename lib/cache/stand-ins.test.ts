import { noLimits } from '@/lib/domain/token-limits';
import { describe, expect, it } from 'vitest';
import type { VerifiedToken } from '@/lib/domain/verification';
import { VerificationCache } from './verification-cache';

describe('the cache of access tokens', () => {
  const now = new Date();
  const entry = (id: string, ownerId: string, isStandIn = true): VerifiedToken => ({
    id,
    ownerId,
    ownerName: 'Remo Vogt',
    ownerEmail: 'remo@example.org',
    description: 'backup',
    power: { kind: 'full' },
    ownerRights: [],
    ...noLimits,
    createdAt: now,
    expiresAt: null,
    ...(isStandIn ? { standIn: { id: 'stand-in', createdAt: new Date(0), narrowedTo: null } } : {}),
  });

  it('law 5: forgets every stand-in with its token and with its owner, and those alone', () => {
    const cache = new VerificationCache();
    const fill = () => {
      cache.keep('own', entry('a', 'p', false), cache.epoch);
      for (const digest of ['one', 'two', 'three']) cache.keep(digest, entry('a', 'p'), cache.epoch);
      cache.keep('other', entry('b', 'p'), cache.epoch);
      cache.keep('foreign', entry('c', 'q'), cache.epoch);
    };
    const found = () =>
      ['own', 'one', 'two', 'three', 'other', 'foreign'].filter(
        (each) => cache.find(each, now) !== undefined,
      );
    fill();
    cache.forgetToken('a');
    expect(found()).toEqual(['other', 'foreign']);
    fill();
    cache.forgetOwner('p');
    expect(found()).toEqual(['foreign']);
    fill();
    // A new secret of the token takes the place of the old one; its stand-ins are not touched by that.
    cache.keep('renewed', entry('a', 'p', false), cache.epoch);
    expect(found()).toEqual(['one', 'two', 'three', 'other', 'foreign']);
    cache.forgetOwner('p');
    expect([found(), cache.find('renewed', now)]).toEqual([['foreign'], undefined]);
  });

  it('law 5: forgets the last of many although the others were pushed out', () => {
    const limits = { maxTokens: 2, maxTokenBytes: 1_000_000, maxRefusals: 10, refusalMilliseconds: 1_000 };
    const cache = new VerificationCache(limits);
    for (const digest of ['one', 'two', 'three', 'four']) cache.keep(digest, entry('a', 'p'), cache.epoch);
    expect(cache.size.tokens).toBe(2);
    cache.forgetOwner('p');
    expect(cache.size.tokens).toBe(0);
  });
});
