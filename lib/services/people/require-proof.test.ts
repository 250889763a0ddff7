import { noLimits } from '@/lib/domain/token-limits';
import { beforeAll, expect, test } from 'vitest';
import { findEvents } from '@/lib/db/events';
import { signIn } from '@/lib/services/sessions/sign-in';
import { createPersonFixture, systemCall, type PersonFixture } from '@/tests/support/desk';
import { requireProof } from './require-proof';

const noon = new Date('2026-11-22T12:00:00Z');
const later = (seconds: number) => new Date(noon.getTime() + seconds * 1_000);

const member = (name: string) =>
  createPersonFixture({ name, roles: [{ role: 'member', context: 'global' }] });
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'right',
    (error: { code: string }) => error.code,
  );
const refusals = (person: PersonFixture) =>
  findEvents(
    { subjectIds: [person.person.id], actions: ['proof.refused', 'person.sign-in-refused'] },
    2_000,
    'oldest',
  );

let ada: PersonFixture;
beforeAll(async () => {
  ada = await member('Ada');
});

test('PWD-1 a person in the browser without a proof is refused; a secret in the request is one; the system needs none', async () => {
  await expect(requireProof(ada.call(), undefined)).rejects.toMatchObject({ code: 'wrong_proof' });
  const asToken = ada.call({
    via: 'header',
    actor: {
      kind: 'token',
      tokenId: 'A'.repeat(22),
      personId: ada.person.id,
      name: 'a token',
      power: { kind: 'full' },
      limits: noLimits,
      expiresAt: null,
    },
  });
  await requireProof(asToken, undefined);
  await requireProof(asToken, { password: ada.password });
  await expect(requireProof(asToken, { password: 'a guess' })).rejects.toMatchObject({ code: 'wrong_proof' });
  await requireProof(ada.call({ via: 'header' }), undefined);
  await requireProof(systemCall(), undefined);
});

test('PWD-5 a wrong password says how many tries are left, the fifth brings the pause, and success begins anew', async () => {
  const person = await member('Brice');
  const guess = (seconds: number) => requireProof(person.call({ now: later(seconds) }), { password: 'no' });
  for (const triesLeft of [4, 3, 2, 1])
    await expect(guess(0)).rejects.toMatchObject({ details: { triesLeft } });
  await expect(guess(0)).rejects.toMatchObject({
    code: 'wrong_proof',
    details: { triesLeft: 0, retryAfterSeconds: 30 },
  });
  // Within the pause the right password is refused as well: the check would tell whether it was right.
  const right = { password: person.password };
  await expect(requireProof(person.call({ now: later(29) }), right)).rejects.toMatchObject({
    code: 'proof_locked',
    details: { retryAfterSeconds: 1 },
  });
  await requireProof(person.call({ now: later(30) }), right);
  await expect(guess(31)).rejects.toMatchObject({ details: { triesLeft: 4 } });
});

test('PWD-5 fifty wrong guesses at once get no more tries than one after the other', async () => {
  const person = await member('Chidi');
  const codes = await Promise.all(
    Array.from({ length: 50 }, () => codeOf(requireProof(person.call({ now: noon }), { password: 'no' }))),
  );
  expect(codes.filter((code) => code === 'wrong_proof')).toHaveLength(5);
  expect(codes.filter((code) => code === 'proof_locked')).toHaveLength(45);
});

test('PWD-5 a thousand guesses at sign-in from fifty addresses get five tries, and the owner with a session acts all the while', async () => {
  const person = await member('Dora');
  const guesses = Array.from({ length: 1_000 }, (_, index) => index);
  for (let start = 0; start < guesses.length; start += 40) {
    const batch = guesses.slice(start, start + 40).map((index) =>
      codeOf(
        signIn(systemCall({ now: noon, address: `203.0.113.${index % 50}` }), {
          email: person.person.email,
          password: `guess number ${index}`,
        }),
      ),
    );
    expect(new Set(await Promise.all(batch))).toEqual(new Set(['unauthenticated']));
    if (start % 200 === 0)
      await requireProof(person.call({ now: noon, address: '203.0.113.7' }), { password: person.password });
  }
  const reasons = (await refusals(person)).map((event) => event.data.reason);
  expect(reasons).toHaveLength(1_000);
  // The owner's own successes in between do not refill the strangers' budget.
  expect(reasons.filter((reason) => reason === 'wrong-password')).toHaveLength(5);
}, 60_000);

test('PWD-5 sign-in and the confirm dialog share the account’s budget: guesses at the dialog close the door too', async () => {
  const person = await member('Emil');
  for (let guess = 0; guess < 5; guess += 1)
    await codeOf(requireProof(person.call({ now: noon }), { password: 'no' }));
  const credentials = { email: person.person.email, password: person.password };
  expect(await codeOf(signIn(systemCall({ now: later(10), address: '198.51.100.1' }), credentials))).toBe(
    'unauthenticated',
  );
  expect(await codeOf(signIn(systemCall({ now: later(40), address: '198.51.100.1' }), credentials))).toBe(
    'right',
  );
});

test('PWD-5 an address that guesses at many accounts is paused at all of them', async () => {
  const call = () => systemCall({ now: noon, address: '192.0.2.66' });
  const person = await member('Fay');
  for (let guess = 0; guess < 20; guess += 1) {
    await codeOf(signIn(call(), { email: `nobody.${guess}@example.org`, password: 'a guess' }));
  }
  const credentials = { email: person.person.email, password: person.password };
  expect(await codeOf(signIn(call(), credentials))).toBe('unauthenticated');
  expect(await codeOf(signIn(systemCall({ now: noon, address: '192.0.2.67' }), credentials))).toBe('right');
});

test('AUD-4 a refused proof leaves an event that says who, when, from where and why, and not what was typed', async () => {
  const person = await member('Gil');
  const call = person.call({ now: noon, address: '198.51.100.9', userAgent: 'curl/8.5', requestId: 'r-1' });
  await codeOf(requireProof(call, { password: 'a secret slip of the tongue' }));
  const [event] = await refusals(person);
  expect(event).toMatchObject({
    at: noon,
    action: 'proof.refused',
    outcome: 'refused',
    actor: { kind: 'person', personId: person.person.id, name: 'Gil' },
    sessionId: person.sessionId,
    subjectKind: 'person',
    subjectId: person.person.id,
    requestId: 'r-1',
    address: '198.51.100.9',
    userAgent: 'curl/8.5',
    data: { reason: 'wrong-password', triesLeft: 4 },
  });
  expect(JSON.stringify(event)).not.toContain('slip');
});

test('PWD-5 the tokens of a person share one budget: making another token gives no new tries', async () => {
  const person = await member('Gil');
  const guess = (tokenId: string) => {
    const actor = { kind: 'token', tokenId, personId: person.person.id, name: 'a token' } as const;
    const rest = { power: { kind: 'full' }, limits: noLimits, expiresAt: null } as const;
    const call = person.call({ now: noon, via: 'header', actor: { ...actor, ...rest } });
    return codeOf(requireProof(call, { password: 'no' }));
  };
  for (const tokenId of ['A', 'B', 'C', 'D', 'E'])
    expect(await guess(tokenId.repeat(22))).toBe('wrong_proof');
  expect(await guess('F'.repeat(22))).toBe('proof_locked');
  await requireProof(person.call({ now: noon }), { password: person.password });
});
