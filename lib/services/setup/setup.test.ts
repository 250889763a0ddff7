import { expect, test, vi } from 'vitest';
import { reading } from '@/lib/db/client';
import { findEvents } from '@/lib/db/events';
import { parseEnv } from '@/lib/env';
import { ensureBuiltInRoles } from '@/lib/services/roles/ensure-built-in-roles';
import { signIn } from '@/lib/services/sessions/sign-in';
import { systemCall } from '@/tests/support/desk';
import { completeSetup } from './complete-setup';
import { ensureAdministrator } from './ensure-administrator';
import { isSetupOpen } from './is-setup-open';
import { issueSetupCode } from './issue-setup-code';

// One story, in order: a desk is set up once.
const noon = new Date('2026-11-22T12:00:00Z');
const hours = (count: number) => new Date(noon.getTime() + count * 3_600_000);
const ada = { name: 'Ada', email: 'ada@example.org', password: 'violet otter counts 17 maps' };
const call = (now = noon, address = '127.0.0.1') => systemCall({ now, address });

test('PWD-11 a new desk has roles but no account', async () => {
  await ensureBuiltInRoles(call());
  expect(await (await reading()).person.count()).toBe(0);
  expect(await isSetupOpen()).toBe(true);
});

test('PWD-11 without a code, or with one that was never given out, nobody gets in', async () => {
  await expect(completeSetup(call(), { ...ada, code: 'ABCDE-FGHJK-MNPQR-STUVW' })).rejects.toMatchObject({
    code: 'invalid_input',
    details: { issues: [{ path: 'code' }] },
  });
});

test('PWD-11 codes are random, only their digest is stored, and a newer one replaces the last', async () => {
  const [former, code] = [await issueSetupCode(call()), await issueSetupCode(call())];
  expect(code).toMatch(/^[2-9A-HJKMNP-Z]{5}(-[2-9A-HJKMNP-Z]{5}){3}$/);
  expect(former).not.toBe(code);
  const settings = JSON.stringify(await (await reading()).setting.findMany());
  expect(settings).not.toContain(code);
  expect(settings).not.toContain(code?.replaceAll('-', ''));
  await expect(completeSetup(call(), { ...ada, code: former ?? '' })).rejects.toMatchObject({
    code: 'invalid_input',
  });
});

test('PWD-11 a code is worth nothing after 24 hours', async () => {
  const code = (await issueSetupCode(call())) ?? '';
  await expect(completeSetup(call(hours(24)), { ...ada, code })).rejects.toMatchObject({
    code: 'invalid_input',
  });
});

test('PWD-11 the first administrator cannot have a weak password', async () => {
  const code = (await issueSetupCode(call())) ?? '';
  for (const password of ['short', 'passwordpassword1', 'ada@example.org-Ada']) {
    await expect(completeSetup(call(), { ...ada, password, code })).rejects.toMatchObject({
      code: 'invalid_input',
      details: { issues: [{ path: 'password' }] },
    });
  }
});

test('PWD-11 whoever guesses codes is paused', async () => {
  const guesses = Array.from({ length: 25 }, () =>
    completeSetup(call(noon, '192.0.2.1'), { ...ada, code: 'ABCDE-FGHJK-MNPQR-STUVW' }).catch(
      (error: { code: string }) => error.code,
    ),
  );
  expect((await Promise.all(guesses)).filter((code) => code === 'rate_limited')).toHaveLength(5);
});

test('PWD-11 an unattended start refuses a weak password or a malformed email without repeating them', async () => {
  for (const [email, password] of [
    ['root@example.org', 'passwordpassword1'],
    ['root@example.org', 'short'],
    ['not-an-email', 'violet otter counts 17 maps'],
  ] as const) {
    vi.resetModules();
    vi.stubEnv('TOKENDESK_ADMIN_EMAIL', email);
    vi.stubEnv('TOKENDESK_ADMIN_PASSWORD', password);
    const fresh = await import('./ensure-administrator');
    const error: unknown = await fresh.ensureAdministrator(call()).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: 'EnvError', message: expect.stringMatching(/^TOKENDESK_ADMIN_/) });
    expect(String(error)).not.toContain(password);
  }
  vi.unstubAllEnvs();
  expect(await ensureAdministrator(call())).toBe('not-asked');
  expect(await isSetupOpen()).toBe(true);
});

test('PWD-11 of two who use the code at once one becomes the administrator; then set-up is closed for ever', async () => {
  const code = (await issueSetupCode(call())) ?? '';
  const typed = code.toLowerCase().replaceAll('-', ' ');
  const answers = await Promise.allSettled([
    completeSetup(call(), { ...ada, code: typed }),
    completeSetup(call(), { ...ada, email: 'eve@example.org', code }),
  ]);
  expect(answers.map((answer) => answer.status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(await (await reading()).person.count()).toBe(1);
  expect(await isSetupOpen()).toBe(false);
  expect(await issueSetupCode(call())).toBeNull();
  await expect(completeSetup(call(), { ...ada, email: 'eve@example.org', code })).rejects.toMatchObject({
    code: 'wrong_state',
  });
  const events = await findEvents({ actions: ['setup.completed'] }, 10, 'oldest');
  expect(events).toHaveLength(1);
});

test('the first administrator is number 1000 and can sign in', async () => {
  const [person] = await (await reading()).person.findMany();
  expect(person?.number).toBe(1_000);
  await signIn(call(), { email: person?.email ?? '', password: ada.password });
});

test('PWD-11 weak or malformed secrets stop the start with a sentence that does not repeat them', () => {
  expect(() => parseEnv({ AUTH_SECRET: 'too-short' })).toThrow(
    /^AUTH_SECRET is at least 32 characters long\.$/,
  );
  expect(() => parseEnv({ TOKEN_PEPPER: 'k1:short' })).toThrow(/^TOKEN_PEPPER is /);
  expect(() => parseEnv({ TOKENDESK_ADMIN_EMAIL: 'root@example.org' })).toThrow(/go together/);
});
