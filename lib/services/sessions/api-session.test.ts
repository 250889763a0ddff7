import { beforeAll, expect, test } from 'vitest';
import type { Call } from '@/lib/domain/call';
import { createPersonFixture, systemCall, type PersonFixture } from '@/tests/support/desk';
import { listSessions } from './list-sessions';
import { endApiSession, openApiSession } from './open-api-session';
import { prolongApiSession } from './prolong-api-session';
import { verifySession } from './verify-session';

const noon = new Date('2026-11-22T12:00:00Z');
const later = (hours: number) => new Date(noon.getTime() + hours * 3_600_000);
const facts = (now: Date) => {
  const { requestId, address } = systemCall();
  return { now, requestId, address, userAgent: 'curl/8.5.0' };
};

let ada: PersonFixture;
beforeAll(async () => {
  ada = await createPersonFixture({ name: 'Ada', roles: [{ role: 'member', context: 'global' }] });
});
const open = (now: Date) => openApiSession(facts(now), { login: ada.person.email, password: ada.password });
const callOf = (sessionId: string, now: Date): Call => ({
  ...facts(now),
  via: 'header',
  actor: { kind: 'person', personId: ada.person.id, sessionId, name: 'Ada' },
});

test('a session of an API lives a day, and a day more from the moment it is prolonged', async () => {
  const { secret, sessionId, person } = await open(noon);
  expect(secret).toMatch(/^td_ses_[A-Za-z0-9]{49}$/);
  expect(person.email).toBe(ada.person.email);
  expect(await verifySession(secret, later(23.9))).toMatchObject({ sessionId, personId: ada.person.id });
  expect(await verifySession(secret, later(24))).toBeNull();
  await prolongApiSession(facts(later(20)), secret);
  expect(await verifySession(secret, later(43.9))).toMatchObject({ sessionId });
  expect(await verifySession(secret, later(44))).toBeNull();
  await expect(prolongApiSession(facts(later(44)), secret)).rejects.toMatchObject({
    code: 'unauthenticated',
  });
});

test('SES-2 ending a session of an API makes its secret a stranger’s from the next request on', async () => {
  const { secret, sessionId } = await open(noon);
  await endApiSession(callOf(sessionId, noon));
  expect(await verifySession(secret, noon)).toBeNull();
});

test('the person sees the session of an API among their sessions for as long as it lives', async () => {
  const { sessionId } = await open(noon);
  const listed = async (now: Date) =>
    (await listSessions(ada.call({ now }))).map(({ id, device }) => ({ id, device }));
  expect(await listed(later(12))).toContainEqual({ id: sessionId, device: 'API client (curl)' });
  expect((await listed(later(24))).map(({ id }) => id)).not.toContain(sessionId);
});

test('PWD-6 a wrong password opens no session of an API, with the answer of the browser', async () => {
  const wrong = openApiSession(facts(noon), { login: ada.person.email, password: 'no' });
  await expect(wrong).rejects.toMatchObject({ code: 'unauthenticated' });
});
