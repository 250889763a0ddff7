import { afterEach, beforeAll, expect, test } from 'vitest';
import { createMachineDoors } from '@/lib/http/machine-doors';
import { blockPerson } from '@/lib/services/people/block-person';
import { editToken } from '@/lib/services/tokens/edit-token';
import { pauseToken } from '@/lib/services/tokens/pause-token';
import { regenerateToken } from '@/lib/services/tokens/regenerate-token';
import { removeTokens } from '@/lib/services/tokens/remove-tokens';
import { resumeToken } from '@/lib/services/tokens/resume-token';
import { openCutProxy, type CutProxy } from '@/tests/support/cut-proxy';
import { createPersonFixture, type PersonFixture } from '@/tests/support/desk';
import { doorFixture, type DoorFixture } from '@/tests/support/door';
import { resourceServerFixture } from '@/tests/support/resource-server';
import { limitedTo, tokenFixture } from '@/tests/support/tokens';
import { createVerifier, type Verdict, type Verifier, type VerifierOptions } from './create-verifier';

// The package against the real server, with a proxy between the two.

const listing = 'marketplace.app.GetList';
const categories = 'marketplace.app.GetCategories';
let owner: PersonFixture;
let administrator: PersonFixture;
const proof = () => ({ password: owner.password });

beforeAll(async () => {
  owner = await createPersonFixture({ name: 'Ada', roles: [{ role: 'member', context: 'global' }] });
  const roles = [{ role: 'administrator', context: 'global' } as const];
  administrator = await createPersonFixture({ name: 'Root', roles });
});

interface World {
  door: DoorFixture;
  proxy: CutProxy;
  verifier: Verifier;
  credential: string;
  states: string[];
}
const open: { close: () => unknown }[] = [];
afterEach(async () => {
  for (const each of open.splice(0).reverse()) await each.close();
});

function openDoor(): Promise<DoorFixture> {
  const doors = createMachineDoors({
    publicUrl: 'http://localhost:3000',
    isSamplePlatformOn: true,
    isQueryCredentialOn: true,
    bodyTimeoutMilliseconds: 500,
    beatMilliseconds: 50,
  });
  return doorFixture({ doors });
}

async function openWorld(options: Partial<VerifierOptions> = {}): Promise<World> {
  const { secret: credential } = await resourceServerFixture(['marketplace']);
  const door = await openDoor();
  open.push(door);
  const proxy = await openCutProxy(() => door.port);
  open.push(proxy);
  const states: string[] = [];
  const verifier = createVerifier({
    url: `http://127.0.0.1:${proxy.port}`,
    credential,
    onState: (state) => states.push(state),
    ...options,
  });
  open.push(verifier);
  await verifier.ready();
  return { door, proxy, verifier, credential, states };
}

const ask = { permission: listing };

/** Asks until the verdict is that, for as long as a bound allows; answers how long it took. */
async function until(
  verifier: Verifier,
  secret: string,
  wanted: (verdict: Verdict) => boolean,
): Promise<number> {
  const start = performance.now();
  await expect
    .poll(async () => wanted(await verifier.verify(secret, ask)), { timeout: 12_000, interval: 5 })
    .toBe(true);
  return performance.now() - start;
}

const refusedAs = (reason: string) => (verdict: Verdict) => !verdict.isAllowed && verdict.reason === reason;

test('a token is asked for once, then decided in the process', async () => {
  const { verifier, proxy } = await openWorld();
  const { secret, token } = await tokenFixture(owner, { access: limitedTo('global', listing) });
  const first = await Promise.all(Array.from({ length: 50 }, async () => verifier.verify(secret, ask)));
  expect(first.every((verdict) => verdict.isAllowed && verdict.token.id === token.id)).toBe(true);
  expect(proxy.requests()).toBe(1);
  // From memory it is no promise.
  expect(verifier.verify(secret, ask)).toMatchObject({ isAllowed: true });
  expect(verifier.verify(secret, { permission: categories })).toEqual({
    isAllowed: false,
    reason: 'token_lacks',
    missing: { permission: categories, context: 'global' },
  });
  expect(proxy.requests()).toBe(1);
});

test('REL-2 what is removed, narrowed, regenerated or paused is refused as soon as the feed has told it', async () => {
  const { verifier } = await openWorld();
  const make = () => tokenFixture(owner, { access: limitedTo('global', listing) });
  const changes: [string, string, (id: string, version: number) => Promise<unknown>][] = [
    [
      'removed',
      'unknown',
      (id, version) => removeTokens(owner.call(), { tokens: [{ id, version }], proof: proof() }),
    ],
    [
      'narrowed',
      'token_lacks',
      (id, version) =>
        editToken(owner.call(), {
          id,
          version,
          fields: { access: limitedTo('global', categories) },
          proof: proof(),
        }),
    ],
    [
      'regenerated',
      'unknown',
      (id, version) => regenerateToken(owner.call(), { id, version, proof: proof() }),
    ],
    ['paused', 'unknown', (id, version) => pauseToken(owner.call(), { id, version, proof: proof() })],
  ];
  for (const [what, reason, change] of changes) {
    const { secret, token } = await make();
    expect(await verifier.verify(secret, ask), what).toMatchObject({ isAllowed: true });
    await change(token.id, token.version);
    expect(await until(verifier, secret, refusedAs(reason)), what).toBeLessThan(1_900);
  }
});

test('a token that goes on passes at once, although it was refused a moment ago', async () => {
  const { verifier } = await openWorld();
  const { secret, token } = await tokenFixture(owner, { access: limitedTo('global', listing) });
  const paused = await pauseToken(owner.call(), { id: token.id, version: token.version, proof: proof() });
  await until(verifier, secret, refusedAs('unknown'));
  await resumeToken(owner.call(), { id: token.id, version: paused.version, proof: proof() });
  expect(await until(verifier, secret, ({ isAllowed }) => isAllowed)).toBeLessThan(1_900);
});

test('AZ-7 the tokens of a blocked person are refused', async () => {
  const { verifier } = await openWorld();
  const leaver = await createPersonFixture({
    name: 'Leaver',
    roles: [{ role: 'member', context: 'global' }],
  });
  const { secret } = await tokenFixture(leaver);
  expect(await verifier.verify(secret, ask)).toMatchObject({ isAllowed: true });
  await blockPerson(administrator.call(), {
    personId: leaver.person.id,
    version: leaver.person.version,
    proof: { password: administrator.password },
  });
  expect(await until(verifier, secret, refusedAs('unknown'))).toBeLessThan(1_900);
});

test('REL-2 a feed that is cut or frozen is trusted for maxAge and no longer; the desk is asked then', async () => {
  for (const mode of ['cut', 'frozen'] as const) {
    const { verifier, proxy } = await openWorld({ maxAgeSeconds: 2 });
    const { secret, token } = await tokenFixture(owner, { access: limitedTo('global', listing) });
    await verifier.verify(secret, ask);
    proxy.set(mode, 'feed');
    const { version } = token;
    await removeTokens(owner.call(), { tokens: [{ id: token.id, version }], proof: proof() });
    // In the worst case it passes until the age is reached; never longer.
    expect(await until(verifier, secret, refusedAs('unknown')), mode).toBeLessThan(3_400);
  }
});

test('REL-3 a feed that comes back tells what was missed before anything is served by it', async () => {
  const { verifier, proxy, states } = await openWorld({ maxAgeSeconds: 600 });
  const { secret, token } = await tokenFixture(owner, { access: limitedTo('global', listing) });
  await verifier.verify(secret, ask);
  proxy.set('cut', 'feed');
  await expect.poll(() => verifier.state().feed).toBe('lost');
  const { version } = token;
  await removeTokens(owner.call(), { tokens: [{ id: token.id, version }], proof: proof() });
  // The age would allow it for ten minutes: so it is the feed that is believed.
  expect(verifier.verify(secret, ask)).toMatchObject({ isAllowed: true });
  proxy.set('open', 'feed');
  await expect.poll(() => verifier.state().feed, { timeout: 10_000 }).toBe('live');
  expect(await verifier.verify(secret, ask)).toMatchObject({ isAllowed: false, reason: 'unknown' });
  expect(states).toEqual(['live', 'lost', 'live']);
});

test('INT-9 without the desk nothing passes beyond maxAge, and what is not known passes not at all', async () => {
  const { verifier, proxy } = await openWorld({ maxAgeSeconds: 2 });
  const known = await tokenFixture(owner, { access: limitedTo('global', listing) });
  const strange = await tokenFixture(owner, { access: limitedTo('global', listing) });
  await verifier.verify(known.secret, ask);
  proxy.set('cut');
  expect(await verifier.verify(strange.secret, ask)).toEqual({ isAllowed: false, reason: 'unavailable' });
  expect(await until(verifier, known.secret, refusedAs('unavailable'))).toBeLessThan(3_400);
  proxy.set('open');
  expect(await until(verifier, known.secret, ({ isAllowed }) => isAllowed)).toBeLessThan(12_000);
});

test('REL-3 a desk that was started again is followed from where the feed ended', async () => {
  const { secret: credential } = await resourceServerFixture(['marketplace']);
  let door = await openDoor();
  const proxy = await openCutProxy(() => door.port);
  open.push(proxy);
  const verifier = createVerifier({ url: `http://127.0.0.1:${proxy.port}`, credential, maxAgeSeconds: 600 });
  open.push(verifier);
  await verifier.ready();
  const { secret, token } = await tokenFixture(owner, { access: limitedTo('global', listing) });
  await verifier.verify(secret, ask);
  await door.close();
  await expect.poll(() => verifier.state().feed).toBe('lost');
  await removeTokens(owner.call(), { tokens: [{ id: token.id, version: token.version }], proof: proof() });
  door = await openDoor();
  open.push(door);
  await expect.poll(() => verifier.state().feed, { timeout: 10_000 }).toBe('live');
  expect(await verifier.verify(secret, ask)).toMatchObject({ isAllowed: false, reason: 'unknown' });
});

test('a credential that is none is told, and lets nobody in', async () => {
  const door = await openDoor();
  open.push(door);
  const { newSecret } = await import('@/lib/crypto/secret');
  const credential = newSecret('resource-server');
  const states: string[] = [];
  const url = `http://127.0.0.1:${door.port}`;
  const verifier = createVerifier({ url, credential, onState: (state) => states.push(state) });
  open.push(verifier);
  await expect.poll(() => states).toEqual(['refused']);
  const { secret } = await tokenFixture(owner);
  expect(await verifier.verify(secret, ask)).toEqual({ isAllowed: false, reason: 'unavailable' });
  const never = verifier.ready();
  verifier.close();
  await expect(never).rejects.toThrow('closed');
  expect(verifier.verify(secret, ask)).toEqual({ isAllowed: false, reason: 'unavailable' });
});
