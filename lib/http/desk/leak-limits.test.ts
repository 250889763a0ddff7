import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newSecret } from '@/lib/crypto/secret';
import { secretPattern } from '@/lib/domain/secret-format';
import { verifyToken } from '@/lib/services/tokens/verify-token';
import { createPersonFixture, type PersonFixture } from '@/tests/support/desk';
import { doorFixture, type DoorFixture } from '@/tests/support/door';
import { leaksPath as path, newAddress, sendReport } from '@/tests/support/leaks';
import { tokenFixture } from '@/tests/support/tokens';

let door: DoorFixture;
let owner: PersonFixture;
beforeAll(async () => {
  owner = await createPersonFixture({ name: 'Vera Blum', roles: [{ role: 'member', context: 'global' }] });
  door = await doorFixture({ trustedProxies: ['127.0.0.1'] });
});
afterAll(() => door.close());

const report = (credentials: readonly unknown[], from?: string) => sendReport(door, { credentials }, from);
const outcome = async (presented: string) => (await verifyToken(presented, new Date())).outcome;

describe('what a report of leaks may not', () => {
  it('INT-4 API-5 refuses more than a thousand and whatever is no list of texts, and changes nothing', async () => {
    const { secret } = await tokenFixture(owner);
    const wrong: unknown[] = [
      { credentials: [secret, ...Array.from({ length: 1_000 }, (_, index) => `x${index}`)] },
      { credentials: [] },
      { credentials: secret },
      { credentials: [secret, 7] },
      { credentials: [secret, null] },
      { credentials: { 0: secret } },
      { credentials: [secret], because: 'x' },
      { token: secret },
      [secret],
      {},
    ];
    const from = newAddress();
    for (const body of wrong)
      expect([body, (await sendReport(door, body, from)).status]).toEqual([body, 400]);
    const flood = await report(Array.from({ length: 20_000 }, () => 7));
    expect([flood.status, flood.text.length < 20_000]).toEqual([400, true]);
    const plain = { method: 'POST', path, body: JSON.stringify({ credentials: [secret] }) };
    expect((await door.send({ ...plain, headers: { 'content-type': 'text/plain' } })).status).toBe(415);
    expect((await door.send({ path })).status).toBe(405);
    expect(await outcome(secret)).toBe('valid');
  });

  it('INT-4 API-8 an address sends sixty reports an hour; then nothing is done until it comes back', async () => {
    const from = newAddress();
    const first = await report(['x'], from);
    expect(first.headers['ratelimit-policy']).toBe('"report";q=60;w=3600');
    expect(first.headers.ratelimit).toMatch(/^"report";r=59;t=\d+$/);
    for (let sent = 1; sent < 60; sent += 1) expect((await report(['x'], from)).status).toBe(202);
    const { secret } = await tokenFixture(owner);
    const refused = await report([secret], from);
    expect(refused.status).toBe(429);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect(refused.headers['ratelimit-policy']).toBe('"report";q=60;w=3600');
    expect(refused.text).toContain('No more than 60 reports an hour from this address.');
    expect(await outcome(secret)).toBe('valid');
    expect((await report([secret])).status).toBe(202);
    expect(await outcome(secret)).toBe('removed');
  });

  it('INT-4 the pattern for scanners finds every kind of secret, and is in the description', async () => {
    const pattern = new RegExp(`^${secretPattern}$`);
    for (const kind of ['personal', 'access', 'session', 'gateway', 'resource-server'] as const)
      expect(newSecret(kind)).toMatch(pattern);
    const { paths } = JSON.parse((await door.send({ path: '/openapi.json' })).text) as {
      paths: Record<string, { post: { description: string; security: unknown } }>;
    };
    expect(paths[path]?.post.description).toContain(secretPattern);
    expect(paths[path]?.post.security).toEqual([]);
  });
});
