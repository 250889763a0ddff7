import { expect, test, vi } from 'vitest';
import { createPersonFixture, systemCall } from '@/tests/support/desk';
import { signIn } from './sign-in';

// So much hashing that leaving it out, or doing it twice, could not hide in the noise of a busy machine.
vi.stubEnv('PASSWORD_COST', '10');

const noon = new Date('2026-11-22T12:00:00Z');
const hours = (count: number) => new Date(noon.getTime() + count * 3_600_000);
const member = (name: string) =>
  createPersonFixture({ name, roles: [{ role: 'member', context: 'global' }] });

test('PWD-6 unknown email, wrong password and paused account take the same time', async () => {
  const [wrong, paused] = [await member('Emil'), await member('Fay')];
  for (let guess = 0; guess < 5; guess += 1) {
    await signIn(systemCall({ now: noon }), { email: paused.person.email, password: 'no' }).catch(() => null);
  }
  let tries = 0;
  const kinds: Record<string, () => Promise<unknown>> = {
    // Two hours apart, so that the account is not paused, and each from an address of its own.
    wrong: () =>
      signIn(systemCall({ now: hours(2 * tries), address: `a${tries}` }), {
        email: wrong.person.email,
        password: 'no',
      }),
    unknown: () =>
      signIn(systemCall({ now: noon, address: `b${tries}` }), {
        email: `n${tries}@example.org`,
        password: 'no',
      }),
    paused: () =>
      signIn(systemCall({ now: noon, address: `c${tries}` }), { email: paused.person.email, password: 'no' }),
  };
  const sample = async () => {
    const times: Record<string, number[]> = { wrong: [], unknown: [], paused: [] };
    for (let round = 0; round < 14; round += 1) {
      tries += 1;
      for (const [kind, attempt] of Object.entries(kinds)) {
        const begin = performance.now();
        await attempt().catch(() => null);
        times[kind]?.push(performance.now() - begin);
      }
    }
    const wrongTimes = times.wrong ?? [];
    return ['unknown', 'paused'].every((kind) => isAlike(wrongTimes, times[kind] ?? []));
  };
  // A neighbour on the machine can spoil one series; a difference in the work would spoil every one.
  let isSame = false;
  for (let series = 0; series < 8 && !isSame; series += 1) isSame = await sample();
  expect(isSame).toBe(true);
}, 180_000);

/** Lower quartiles within 10 %: what other work on the machine adds, it adds above them. */
function isAlike(one: readonly number[], other: readonly number[]): boolean {
  const ratio = lowerQuartile(one) / lowerQuartile(other);
  return ratio > 0.9 && ratio < 1.1;
}

function lowerQuartile(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 4)] ?? 0;
}
