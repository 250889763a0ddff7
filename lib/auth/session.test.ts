import { encode } from 'next-auth/jwt';
import { beforeAll, expect, test } from 'vitest';
import { readKeyFile } from '@/lib/crypto/key-file';
import { DeskError } from '@/lib/domain/errors';
import { blockPerson } from '@/lib/services/people/block-person';
import { changePassword } from '@/lib/services/people/change-password';
import { endSession } from '@/lib/services/sessions/end-session';
import { listSessions } from '@/lib/services/sessions/list-sessions';
import { signOut } from '@/lib/services/sessions/sign-out';
import { createPersonFixture, type PersonFixture } from '@/tests/support/desk';
import { browse } from '@/tests/support/browse';
import { findCookieCall } from './find-cookie-call';
import { openSealedSession, sealSession } from './session-cookie';

const member = (name: string) =>
  createPersonFixture({ name, roles: [{ role: 'member', context: 'global' }] });
const facts = (cookie: string) => ({ cookie, requestId: 'r', address: '198.51.100.1', userAgent: 'Firefox' });
const after = (minutes: number) => new Date(Date.now() + minutes * 60_000);
const callOf = (cookie: string, now = new Date()) => findCookieCall(facts(cookie), now);
const signedIn = async (person: PersonFixture) => {
  const browser = browse();
  await browser.signIn(person.person.email, person.password);
  const call = await callOf(browser.cookie());
  if (call === null) throw new Error('The fixture could not sign in.');
  return { cookie: browser.cookie(), call, browser };
};
const cookieWith = (sealed: string) => `tokendesk.session=${sealed}`;

let ada: PersonFixture;
beforeAll(async () => {
  ada = await member('Ada');
});

test('SES-2 the cookie carries a session id and its owner, nothing else, and is small', async () => {
  const { cookie, call } = await signedIn(ada);
  const sealed = /tokendesk\.session=([^;]+)/.exec(cookie)?.[1] ?? '';
  expect(await openSealedSession(sealed)).toEqual({
    sid: call.actor.kind === 'person' ? call.actor.sessionId : '',
    personId: ada.person.id,
  });
  expect(sealed.length).toBeLessThan(4_096);
  expect(call).toMatchObject({
    actor: { kind: 'person', personId: ada.person.id, name: 'Ada' },
    address: '198.51.100.1',
    via: 'dashboard',
  });
});

test('SES-2 signing out ends the session: the old cookie is a stranger’s at the next request', async () => {
  const { cookie, call } = await signedIn(ada);
  await signOut(call);
  expect(await callOf(cookie)).toBeNull();
});

test('SES-2 signing out at next-auth’s own address ends the row too', async () => {
  const { cookie, browser } = await signedIn(ada);
  await browser.post('/api/auth/signout', {});
  expect(await callOf(cookie)).toBeNull();
});

test('SES-2 ending a session from another one ends it at the next request', async () => {
  const [here, there] = [await signedIn(ada), await signedIn(ada)];
  const sessionId = there.call.actor.kind === 'person' ? there.call.actor.sessionId : '';
  await endSession(here.call, { sessionId, proof: { password: ada.password } });
  expect(await callOf(there.cookie)).toBeNull();
  expect(await callOf(here.cookie)).not.toBeNull();
});

test('SES-2 SES-4 changing the password ends every other session and gives this one a new id', async () => {
  const person = await member('Brice');
  const [here, there] = [await signedIn(person), await signedIn(person)];
  const rotated = await changePassword(here.call, {
    password: 'seven grey herons at dusk',
    proof: { password: person.password },
  });
  expect(await callOf(there.cookie)).toBeNull();
  expect(await callOf(here.cookie)).toBeNull();
  const sealed = await sealSession({ sid: rotated.sessionId, personId: rotated.personId });
  expect(await callOf(cookieWith(sealed))).not.toBeNull();
  const browser = browse();
  expect((await browser.signIn(person.person.email, person.password)).status).toBe(401);
  expect((await browser.signIn(person.person.email, 'seven grey herons at dusk')).status).toBe(200);
});

test('AZ-7 blocking a person ends their sessions at the next request', async () => {
  const admin = await createPersonFixture({
    name: 'Root',
    roles: [{ role: 'administrator', context: 'global' }],
  });
  const person = await member('Chidi');
  const { cookie } = await signedIn(person);
  const [row] = await (
    await import('@/lib/services/people/list-people')
  )
    .listPeople(admin.call())
    .then((rows) => rows.filter((each) => each.id === person.person.id));
  await blockPerson(admin.call(), {
    personId: person.person.id,
    version: row?.version ?? 0,
    proof: { password: admin.password },
  });
  expect(await callOf(cookie)).toBeNull();
  expect((await browse().signIn(person.person.email, person.password)).status).toBe(401);
});

test('SES-3 a session ends after 30 idle minutes and lives on when it is used', async () => {
  const { cookie } = await signedIn(ada);
  expect(await callOf(cookie, after(29))).not.toBeNull();
  expect(await callOf(cookie, after(58))).not.toBeNull();
  expect(await callOf(cookie, after(89))).toBeNull();
});

test('SES-3 a session ends after 12 hours however much it is used', async () => {
  const { cookie } = await signedIn(ada);
  for (let minutes = 25; minutes < 720; minutes += 25)
    expect(await callOf(cookie, after(minutes))).not.toBeNull();
  expect(await callOf(cookie, after(719))).not.toBeNull();
  expect(await callOf(cookie, after(721))).toBeNull();
});

test('SES-4 a session id that was there before sign-in is not taken over', async () => {
  const planted = await signedIn(ada);
  const browser = browse();
  browser.take(planted.cookie);
  const victim = await member('Dora');
  await browser.signIn(victim.person.email, victim.password);
  const call = await callOf(browser.cookie());
  expect(call?.actor).toMatchObject({ personId: victim.person.id });
  expect(await callOf(planted.cookie)).toMatchObject({ actor: { personId: ada.person.id } });
});

test('SES-5 a cookie that is forged, damaged, of another key, of another owner or doubled is nobody', async () => {
  const { cookie, call } = await signedIn(ada);
  const other = await member('Emil');
  const sid = call.actor.kind === 'person' ? call.actor.sessionId : '';
  const sealed = /tokendesk\.session=([^;]+)/.exec(cookie)?.[1] ?? '';
  const secret = readKeyFile().authSecret;
  const forged = [
    '',
    'x',
    sealed.slice(0, -2),
    `${sealed.slice(0, 60)}${sealed.charAt(60) === 'A' ? 'B' : 'A'}${sealed.slice(61)}`,
    await encode({ token: { sid, personId: ada.person.id }, secret: `${secret}!` }),
    await encode({ token: { sid, personId: other.person.id }, secret }),
    await encode({ token: { sid: 'A'.repeat(22), personId: ada.person.id }, secret }),
    await encode({ token: { personId: ada.person.id, sub: ada.person.id }, secret }),
    await encode({ token: { sid, personId: { not: 'x' } }, secret }),
    await encode({ token: { sid, personId: ada.person.id }, secret, maxAge: -60 }),
  ];
  for (const value of forged) expect(await callOf(cookieWith(value))).toBeNull();
  expect(await callOf(`${cookieWith(sealed)}; ${cookieWith(sealed)}`)).toBeNull();
  expect(await callOf(`x${cookieWith(sealed)}`)).toBeNull();
  expect(await callOf(cookieWith(sealed))).not.toBeNull();
});

test('AZ-1 a person sees and ends their own sessions only; another’s is not found, and nothing is changed', async () => {
  const [mine, theirs] = [await member('Fay'), await member('Gil')];
  const [here, there] = [await signedIn(mine), await signedIn(theirs)];
  const rows = await listSessions(here.call);
  expect(rows[0]).toMatchObject({ isCurrent: true });
  expect(rows.map((row) => row.id)).not.toContain(theirs.sessionId);
  const foreign = there.call.actor.kind === 'person' ? there.call.actor.sessionId : '';
  await expect(
    endSession(here.call, { sessionId: foreign, proof: { password: mine.password } }),
  ).rejects.toBeInstanceOf(DeskError);
  await expect(
    endSession(here.call, { sessionId: foreign, proof: { password: mine.password } }),
  ).rejects.toMatchObject({ code: 'not_found' });
  expect(await callOf(there.cookie)).not.toBeNull();
});
