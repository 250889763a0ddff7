import type { TokenFields } from '@/lib/domain/token-input';
import { makeToken } from '../support/make-token';
import { people } from '../support/people';
import { fingerprint, readRows } from '../support/rows';
import { callAction, readAnswer } from '../support/server-action';
import { expect, test } from '../support/test';

const fields: TokenFields = {
  description: 'Direct',
  expiry: 'never',
  access: { kind: 'full' },
  mayUseInUrls: true,
};

test('PWD-1 no token action changes anything without, with an empty, or with a wrong proof', async ({
  startDesk,
  cookieOf,
}) => {
  const desk = await startDesk({ template: 'demo' });
  const cookie = await cookieOf(desk, 'noor');
  const { row } = await makeToken(desk, cookie, 'noor');
  const { id, version } = row;
  const inputs: Record<string, object> = {
    generateTokenAction: { fields },
    editTokenAction: { id, version, fields },
    copyTokenAction: { sourceId: id, fields },
    regenerateTokenAction: { id, version },
    removeTokensAction: { tokens: [{ id, version }] },
  };
  const before = fingerprint(desk.dataDir);
  for (const [action, input] of Object.entries(inputs)) {
    for (const proof of [
      undefined,
      null,
      {},
      { password: '' },
      { password: null },
      { password: [people.noor.password] },
      { password: people.noor.password, extra: 1 },
    ]) {
      const answer = readAnswer(
        await callAction(desk.url, cookie, action, { ...input, ...(proof === undefined ? {} : { proof }) }),
      );
      expect(answer, `${action} with ${JSON.stringify(proof)}`).toMatchObject({
        isOk: false,
        error: { code: proof === undefined ? 'wrong_proof' : 'invalid_input' },
      });
    }
  }
  // Four wrong tries at most before a right one: the fifth would open a pause.
  for (const [index, [action, input]] of Object.entries(inputs).slice(0, 4).entries()) {
    const answer = readAnswer(
      await callAction(desk.url, cookie, action, {
        ...input,
        proof: { password: `${people.noor.password} ` },
      }),
    );
    expect(answer, action).toMatchObject({
      isOk: false,
      error: { code: 'wrong_proof', details: { triesLeft: 4 - index } },
    });
  }
  expect(fingerprint(desk.dataDir)).toBe(before);
  const right = readAnswer(
    await callAction(desk.url, cookie, 'removeTokensAction', {
      tokens: [{ id, version }],
      proof: { password: people.noor.password },
    }),
  );
  expect(right).toMatchObject({ isOk: true, value: { removedIds: [id] } });
});

test("PWD-1 people's actions, too, change nothing without the administrator's password", async ({
  desk,
  cookieOf,
}) => {
  const cookie = await cookieOf(desk, 'noor');
  const [person] = readRows<{ id: string; version: number }>(
    desk.dataDir,
    'SELECT id, version FROM Person WHERE email = ?',
    people.pavel.email,
  );
  const target = { personId: person?.id, version: person?.version };
  const inputs: Record<string, object> = {
    createPersonAction: {
      name: 'Nobody',
      email: 'nobody@example.test',
      password: 'a long enough passphrase',
      roles: [],
    },
    changeRolesAction: { ...target, roles: [{ role: 'administrator', context: 'global' }] },
    blockPersonAction: target,
  };
  const before = fingerprint(desk.dataDir);
  for (const [action, input] of Object.entries(inputs)) {
    const answer = readAnswer(await callAction(desk.url, cookie, action, input, '/admin/people'));
    expect(answer.isOk, action).toBe(false);
  }
  expect(fingerprint(desk.dataDir)).toBe(before);
});

test('PWD-1 an action without a session is refused, and after sign-out too', async ({ desk }) => {
  const before = fingerprint(desk.dataDir);
  const reply = await callAction(desk.url, '', 'generateTokenAction', {
    fields,
    proof: { password: people.noor.password },
  });
  expect(reply.text).not.toMatch(/td_pat_[0-9A-Za-z]{49}/);
  expect(fingerprint(desk.dataDir)).toBe(before);
});

test('AZ-1 AZ-6 a foreign token is not found, and one foreign id refuses the whole removal', async ({
  desk,
  cookieOf,
}) => {
  const mine = await makeToken(desk, await cookieOf(desk, 'pavel'), 'pavel', { description: 'Mine' });
  const foreign = await makeToken(desk, await cookieOf(desk, 'noor'), 'noor', { description: 'Not yours' });
  const cookie = await cookieOf(desk, 'pavel');
  const proof = { password: people.pavel.password };
  const before = fingerprint(desk.dataDir);
  const notFound = { isOk: false, error: { code: 'not_found' } };
  const { id, version } = foreign.row;
  expect(readAnswer(await callAction(desk.url, cookie, 'readTokenAction', id))).toMatchObject(notFound);
  expect(
    readAnswer(await callAction(desk.url, cookie, 'editTokenAction', { id, version, fields, proof })),
  ).toMatchObject(notFound);
  expect(
    readAnswer(await callAction(desk.url, cookie, 'copyTokenAction', { sourceId: id, fields, proof })),
  ).toMatchObject(notFound);
  for (const action of ['regenerateTokenAction', 'pauseTokenAction', 'resumeTokenAction'])
    expect(readAnswer(await callAction(desk.url, cookie, action, { id, version, proof }))).toMatchObject(
      notFound,
    );
  const tokens = [
    { id: mine.row.id, version: mine.row.version },
    { id, version },
  ];
  expect(
    readAnswer(await callAction(desk.url, cookie, 'removeTokensAction', { tokens, proof })),
  ).toMatchObject(notFound);
  expect(fingerprint(desk.dataDir)).toBe(before);
});

test('AZ-5 fields that only the desk may set are refused, and nothing changes', async ({
  desk,
  cookieOf,
}) => {
  const cookie = await cookieOf(desk, 'noor');
  const proof = { password: people.noor.password };
  const before = fingerprint(desk.dataDir);
  for (const extra of [
    { id: 'x' },
    { ownerId: 'x' },
    { userId: 'x' },
    { digest: 'x' },
    { createdAt: '2020-01-01' },
    { constructor: 1 },
  ]) {
    for (const input of [
      { fields: { ...fields, ...extra }, proof },
      { fields, proof, ...extra },
    ]) {
      const answer = readAnswer(await callAction(desk.url, cookie, 'generateTokenAction', input));
      expect(answer, JSON.stringify(extra)).toMatchObject({ isOk: false, error: { code: 'invalid_input' } });
    }
  }
  expect(fingerprint(desk.dataDir)).toBe(before);
});
