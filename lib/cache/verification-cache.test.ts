import { describe, expect, it } from 'vitest';
import { noLimits } from '@/lib/domain/token-limits';
import type { VerifiedToken } from '@/lib/domain/verification';
import { VerificationCache } from './verification-cache';

const megabyte = 1_000_000;

function tokenOf(id: string, description = 'nightly backup'): VerifiedToken {
  return {
    ...{ id, ownerId: `owner of ${id}`, ownerName: 'Vera', ownerEmail: 'vera@example.org', description },
    ...{ power: { kind: 'full' }, ownerRights: [], createdAt: new Date(0), expiresAt: null, ...noLimits },
  };
}

describe('what is kept of verifications', () => {
  it('INT-10 a flood of junk fills a small room of its own and drives no live token out', () => {
    const cache = new VerificationCache();
    cache.keep('live', tokenOf('live'), cache.epoch);
    for (let index = 0; index < 50_000; index += 1)
      cache.keepRefusal(`junk-${index}`.padEnd(43, '.'), { outcome: 'unknown' }, cache.epoch);
    expect(cache.size.refusals).toBe(10_000);
    expect(cache.find('live', new Date())?.id).toBe('live');
  });

  it('INT-10 live tokens take at most 48 MB, however long what they say is', () => {
    const cache = new VerificationCache();
    for (let index = 0; index < 5_000; index += 1) {
      cache.keep(`digest-${index}`, tokenOf(`${index}`, 'long '.repeat(4_000)), cache.epoch);
      expect(cache.size.tokenBytes).toBeLessThanOrEqual(48 * megabyte);
    }
    expect(cache.size.tokens).toBeLessThan(2_000);
    expect(cache.find('digest-4999', new Date())?.id).toBe('4999');
  });
});
