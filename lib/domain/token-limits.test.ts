import { describe, expect, it } from 'vitest';
import { tokenStatus } from './token';
import { tokenFieldsSchema } from './token-input';
import { failedCondition, noLimits, unmetCondition } from './token-limits';

const day = new Date('2026-12-01T00:00:00Z');
const office = { ...noLimits, addresses: ['192.0.2.0/24'] };

describe('the conditions of a token', () => {
  it('are met where nothing is limited, whatever is known of the request', () => {
    expect(failedCondition({ limits: noLimits })).toBeNull();
    expect(failedCondition({ limits: noLimits, isInUrl: true })).toBeNull();
  });

  it('fail for a request of which the address or the time is not known', () => {
    expect(failedCondition({ limits: office })).toBe('address_not_allowed');
    expect(failedCondition({ limits: office, address: 'unknown' })).toBe('address_not_allowed');
    expect(failedCondition({ limits: { ...noLimits, notBefore: day } })).toBe('not_yet_valid');
  });

  it('let the first instant in, and none before it', () => {
    const limits = { ...noLimits, notBefore: day };
    expect(failedCondition({ limits, now: day })).toBeNull();
    expect(failedCondition({ limits, now: new Date(day.getTime() - 1) })).toBe('not_yet_valid');
  });

  it('law 6 say which one it is, and nothing of the addresses that would do', () => {
    expect(unmetCondition({ limits: office, address: '203.0.113.9' })).toEqual({
      condition: 'address_not_allowed',
      says: 'This token is not taken from 203.0.113.9.',
    });
    expect(unmetCondition({ limits: { ...noLimits, notBefore: day }, now: new Date(0) })?.says).toBe(
      'This token is taken from 01-12-2026 on.',
    );
    expect(unmetCondition({ limits: { ...noLimits, mayUseInUrls: false }, isInUrl: true })?.says).toBe(
      'This token may not be used in URLs.',
    );
    expect(unmetCondition({ limits: office, address: '192.0.2.1' })).toBeNull();
  });

  it('a token that waits for its first day says so, unless it has ended or rests', () => {
    const now = new Date('2026-11-22T12:00:00Z');
    const waiting = { expiresAt: null, notBefore: day, isPaused: false };
    expect(tokenStatus(waiting, 3, now)).toBe('waiting');
    expect(tokenStatus({ ...waiting, isPaused: true }, 3, now)).toBe('paused');
    expect(tokenStatus({ ...waiting, expiresAt: now }, 3, now)).toBe('expired');
    expect(tokenStatus(waiting, 0, day)).toBe('active');
  });
});

describe('the fields of the limits', () => {
  const fields = { description: 'x', expiry: 'never', access: { kind: 'full' }, mayUseInUrls: false };
  const issueOf = (limits: object) =>
    tokenFieldsSchema.safeParse({ ...fields, ...limits }).error?.issues[0]?.path.join('.') ?? null;

  it('write addresses in one way, one order and each once', () => {
    const addresses = ['2001:DB8::/32', '192.0.2.9/24', '192.0.2.0/24'];
    expect(tokenFieldsSchema.parse({ ...fields, addresses }).addresses).toEqual([
      '192.0.2.0/24',
      '2001:db8::/32',
    ]);
    expect(tokenFieldsSchema.parse(fields)).not.toHaveProperty('addresses');
  });

  it.each([
    ['a mistake by its place', { addresses: ['192.0.2.7', '10.1'] }, 'addresses.1'],
    ['too many ranges', { addresses: Array(51).fill('192.0.2.7') }, 'addresses'],
    ['addresses that are one text', { addresses: '192.0.2.7' }, 'addresses'],
    ['no requests at all', { requestsPerMinute: 0 }, 'requestsPerMinute'],
    ['a million requests', { requestsPerMinute: 1_000_000 }, 'requestsPerMinute'],
    ['half a request', { requestsPerMinute: 0.5 }, 'requestsPerMinute'],
    ['requests as a text', { requestsPerMinute: '60' }, 'requestsPerMinute'],
    ['a first day that never comes', { notBefore: 'never' }, 'notBefore'],
    ['a limit that there is not', { requestsPerHour: 5 }, ''],
  ])('refuse %s', (_what, limits, path) => {
    expect(issueOf(limits)).toBe(path);
  });
});
