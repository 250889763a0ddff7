import { hashSync } from 'bcryptjs';
import { beforeAll, expect, test, vi } from 'vitest';
import { writing } from '@/lib/db/client';
import { findEvents } from '@/lib/db/events';
import { findCredential } from '@/lib/db/people';
import { blockPerson } from '@/lib/services/people/block-person';
import { createPersonFixture, systemCall, type PersonFixture } from '@/tests/support/desk';
import { findLiveSession } from './find-live-session';
import { signIn } from './sign-in';

vi.stubEnv('PASSWORD_COST', '8');

const noon = new Date('2026-11-22T12:00:00Z');
const member = (name: string) =>
  createPersonFixture({ name, roles: [{ role: 'member', context: 'global' }] });
const credentialsOf = (fixture: PersonFixture) => ({
  email: fixture.person.email,
  password: fixture.password,
});

let ada: PersonFixture;
beforeAll(async () => {
  ada = await member('Ada');
});

test('SES-4 every sign-in opens a session with an id of its own, and an event says so', async () => {
  const call = () => systemCall({ now: noon, address: '198.51.100.4', userAgent: 'Mozilla/5.0' });
  const one = await signIn(call(), credentialsOf(ada));
  const other = await signIn(call(), {
    ...credentialsOf(ada),
    email: `  ${ada.person.email.toUpperCase()} `,
  });
  expect(other.sessionId).not.toBe(one.sessionId);
  expect(await findLiveSession(call(), ada.person.id, one.sessionId)).toEqual(one);
  const events = await findEvents({ ownerId: ada.person.id, actions: ['person.signed-in'] }, 10, 'newest');
  expect(events[0]).toMatchObject({
    actor: { kind: 'person', personId: ada.person.id, name: 'Ada' },
    sessionId: other.sessionId,
    address: '198.51.100.4',
    userAgent: 'Mozilla/5.0',
    at: noon,
  });
});

test('PWD-3 signing in with a hash of lower cost replaces it by one of today’s cost', async () => {
  const person = await member('Brice');
  const stored = async () => (await findCredential({ id: person.person.id }))?.passwordHash ?? '';
  const strong = await stored();
  await signIn(systemCall({ now: noon }), credentialsOf(person));
  expect(await stored()).toBe(strong);
  // A row of the time when the cost was lower, made by the same rules.
  vi.stubEnv('PASSWORD_COST', '8');
  const { createHmac } = await import('node:crypto');
  const { readKeyFile } = await import('@/lib/crypto/key-file');
  const pepper = Buffer.from(readKeyFile().passwordPepper, 'base64');
  const preHash = createHmac('sha384', pepper).update(person.password).digest('base64');
  const weak = `v1:${hashSync(preHash, 4)}`;
  await (await writing()).person.update({ where: { id: person.person.id }, data: { passwordHash: weak } });
  await signIn(systemCall({ now: noon }), credentialsOf(person));
  expect(await stored()).toMatch(/^v1:\$2b\$08\$/);
  await signIn(systemCall({ now: noon }), credentialsOf(person));
});

test('PWD-6 unknown email, wrong password, blocked person and paused account get the same answer', async () => {
  const admin = await createPersonFixture({
    name: 'Root',
    roles: [{ role: 'administrator', context: 'global' }],
  });
  const [blocked, paused] = [await member('Chidi'), await member('Dora')];
  const proof = { password: admin.password };
  await blockPerson(admin.call(), { personId: blocked.person.id, version: blocked.person.version, proof });
  for (let guess = 0; guess < 5; guess += 1) {
    await signIn(systemCall({ now: noon }), { email: paused.person.email, password: 'no' }).catch(() => null);
  }
  const answers = await Promise.allSettled([
    signIn(systemCall({ now: noon }), { email: 'nobody@example.org', password: 'no' }),
    signIn(systemCall({ now: noon }), { email: 'not an email', password: 'no' }),
    signIn(systemCall({ now: noon }), { email: ada.person.email, password: 'no' }),
    signIn(systemCall({ now: noon }), credentialsOf(blocked)),
    signIn(systemCall({ now: noon }), credentialsOf(paused)),
  ]);
  const seen = answers.map((answer) =>
    answer.status === 'rejected' ? JSON.stringify([answer.reason, String(answer.reason)]) : 'let in',
  );
  expect(new Set(seen).size).toBe(1);
  expect(seen[0]).toContain('unauthenticated');
  const events = await findEvents({ actions: ['person.sign-in-refused'] }, 5, 'newest');
  expect(events.map((event) => event.data.reason).sort()).toEqual([
    'blocked',
    'paused',
    'unknown',
    'unknown',
    'wrong-password',
  ]);
  expect(JSON.stringify(events)).not.toMatch(/nobody@example|not an email/);
});
