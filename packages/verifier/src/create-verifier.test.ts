import type { ServerResponse } from 'node:http';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { newSecret } from '@/lib/crypto/secret';
import { liveReply, openStubDesk, type StubDesk } from '@/tests/support/stub-desk';
import { createVerifier, type Verdict, type Verifier, type VerifierOptions } from './create-verifier';

const ask = { permission: 'shop.api.List' };
let desk: StubDesk;
let verifier: Verifier;
let secret: string;
const credential = newSecret('resource-server');

beforeEach(async () => {
  desk = await openStubDesk();
  secret = newSecret();
  verifier = createVerifier({ url: desk.url, credential, timeoutMilliseconds: 300 });
  await verifier.ready();
});
afterEach(async () => {
  verifier.close();
  await desk.close();
});

const json = (value: unknown) => (response: ServerResponse) => void response.end(JSON.stringify(value));
const verdictOf = async (question = ask): Promise<Verdict> => verifier.verify(secret, question);
const unavailable = { isAllowed: false, reason: 'unavailable' };

describe('INT-9 nobody is let in by a desk that answers', () => {
  const { limits, ...withoutLimits } = liveReply();
  const replies: [string, (response: ServerResponse) => void][] = [
    ['garbage', (response) => void response.end('<html>welcome</html>')],
    ['nothing', (response) => void response.end()],
    ['half of an answer', (response) => void response.end('{"active":tr')],
    ['neither yes nor no', json({ active: 'true' })],
    ['a list', json([liveReply()])],
    ['null', json(null)],
    ['yes without limits', json(withoutLimits)],
    ['yes without a number', json({ ...liveReply(), seq: null })],
    ['grants that are none', json(liveReply({ grants: 'all' }))],
    ['an end that is none', json(liveReply({ expiresAt: 'soon' }))],
    ['a range that is none', json(liveReply({ limits: { ...limits, addresses: ['everywhere'] } }))],
    ['a limit that is none', json(liveReply({ limits: { ...limits, requestsPerMinute: 0 } }))],
    ['500', (response) => void response.writeHead(500).end(JSON.stringify(liveReply()))],
    ['401', (response) => void response.writeHead(401).end()],
    ['elsewhere', (response) => void response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end()],
    ['by hanging up', (response) => void response.destroy()],
    ['never', () => undefined],
    [
      'without end',
      (response) => {
        const more = () => {
          while (!response.destroyed && response.write(' '.repeat(65_536)));
        };
        response.on('drain', more);
        more();
      },
    ],
    ['from a past that the feed is ahead of', json(liveReply({ seq: 0 }))],
  ];
  test.each(replies)('%s', async (_what, reply) => {
    desk.answer(reply);
    expect(await verdictOf()).toEqual(unavailable);
    expect(verifier.state()).toMatchObject({ tokens: 0, waiting: 0 });
  });
});

test('TOK-2 what has not the shape of a token never reaches the desk', async () => {
  for (const junk of [
    '',
    'x',
    `${secret}0`,
    secret.slice(1),
    newSecret('session'),
    newSecret('gateway'),
    credential,
  ])
    expect(verifier.verify(junk, ask)).toEqual({ isAllowed: false, reason: 'malformed' });
  expect(desk.asked()).toBe(0);
});

test('REL-11 a flood of secrets that nobody has is bounded, and leaves those who live alone', async () => {
  const liveSecret = secret;
  desk.answer((response, presented) =>
    json(presented === liveSecret ? liveReply() : { active: false })(response),
  );
  expect(await verdictOf()).toMatchObject({ isAllowed: true });
  const verdicts = await Promise.all(
    Array.from({ length: 2_000 }, async () => verifier.verify(newSecret(), ask)),
  );
  expect(verdicts.every(({ isAllowed }) => !isAllowed)).toBe(true);
  // 256 are asked for at once, what comes beside them is refused without asking.
  expect(desk.asked()).toBeLessThanOrEqual(257);
  expect(verifier.verify(liveSecret, ask)).toMatchObject({ isAllowed: true });
});

test('a secret that nobody has is asked for once in a while', async () => {
  desk.answer(json({ active: false }));
  expect(await verdictOf()).toEqual({ isAllowed: false, reason: 'unknown' });
  for (let time = 0; time < 100; time += 1)
    expect(verifier.verify(secret, ask)).toEqual({ isAllowed: false, reason: 'unknown' });
  expect(desk.asked()).toBe(1);
});

test('REL-3 who asks after a forgetting is not answered by what was asked before it', async () => {
  const held: ServerResponse[] = [];
  desk.answer((response) => void held.push(response));
  const early = verifier.verify(secret, ask);
  await expect.poll(() => held.length).toBe(1);
  desk.say('forget', { seq: 2_000, token: 'token' }, 2_000);
  await expect.poll(() => verifier.state().seq).toBe(2_000);
  desk.answer(json({ active: false }));
  expect(await verifier.verify(secret, ask)).toEqual({ isAllowed: false, reason: 'unknown' });
  // The answer of before knows less than the feed: it is not taken, the desk is asked again.
  held[0]?.end(JSON.stringify(liveReply()));
  expect(await early).toEqual({ isAllowed: false, reason: 'unknown' });
  expect(verifier.state().tokens).toBe(0);
});

test('a token is judged by its own limits and by what it holds where it is asked', async () => {
  const limits = {
    addresses: ['192.0.2.0/24'],
    notBefore: null,
    requestsPerMinute: null,
    mayUseInUrls: false,
  };
  desk.answer(json(liveReply({ limits })));
  const address = '192.0.2.9';
  const reading = { permission: 'shop.api.Read', address };
  const asked: [Parameters<Verifier['verify']>[1], string][] = [
    [{ ...ask, address }, 'allowed'],
    [{ ...ask, address, context: 'store:b' }, 'allowed'],
    [ask, 'address_not_allowed'],
    [{ ...ask, address: '192.0.3.9' }, 'address_not_allowed'],
    [{ ...ask, address, isInUrl: true }, 'not_in_urls'],
    [{ ...reading, context: 'store:a' }, 'allowed'],
    [{ ...reading, context: 'store:b' }, 'token_lacks'],
    [reading, 'token_lacks'],
    [{ permission: '__proto__', address }, 'token_lacks'],
  ];
  for (const [question, wanted] of asked) {
    const verdict = await verifier.verify(secret, question);
    expect(verdict.isAllowed ? 'allowed' : verdict.reason, JSON.stringify(question)).toBe(wanted);
  }
  expect(desk.asked()).toBe(1);
});

test('TOK-8 a token ends, and begins, by the wall clock at the moment of the question', async () => {
  const at = Date.parse('2030-01-01T00:00:00.000Z');
  let now = at - 1;
  verifier.close();
  const options: VerifierOptions = { url: desk.url, credential, now: () => now };
  verifier = createVerifier(options);
  const { limits } = liveReply();
  const bounds = {
    limits: { ...limits, notBefore: '2029-12-31T23:59:59.999Z' },
    expiresAt: '2030-01-01T00:00:00.000Z',
  };
  desk.answer(json(liveReply(bounds)));
  expect(await verdictOf()).toMatchObject({ isAllowed: true });
  now = at;
  expect(verifier.verify(secret, ask)).toEqual({ isAllowed: false, reason: 'expired' });
  now = at - 2;
  expect(verifier.verify(secret, ask)).toMatchObject({ isAllowed: false, reason: 'not_yet_valid' });
});

test('API-8 a token that has a limit of its own is counted', async () => {
  const { limits } = liveReply();
  desk.answer(json(liveReply({ limits: { ...limits, requestsPerMinute: 3 } })));
  const verdicts = await Promise.all([1, 2, 3, 4].map(async () => verdictOf()));
  expect(verdicts.filter(({ isAllowed }) => isAllowed)).toHaveLength(3);
  expect(await verdictOf()).toMatchObject({
    isAllowed: false,
    reason: 'rate_limited',
    retryAfterSeconds: 20,
  });
});

test('options that cannot be are refused, without telling the credential', () => {
  const wrong: Partial<VerifierOptions>[] = [
    { url: 'ftp://desk' },
    { url: 'desk.example.org' },
    { url: 'http://user@desk' },
    { credential: secret },
    { maxAgeSeconds: 1 },
    { maxAgeSeconds: Number.NaN },
    { maxTokens: 0 },
  ];
  for (const each of wrong) {
    const make = () => createVerifier({ url: desk.url, credential, ...each });
    expect(make, JSON.stringify(each)).toThrow(/^(?!.*td_)/);
  }
});
