import type { Refusal, VerificationCache } from '@/lib/cache/verification-cache';
import { currentPepper, type Pepper } from '@/lib/crypto/key-ring';
import { isSameDigest } from '@/lib/crypto/secret';
import { findByDigest, type DigestMatch } from '@/lib/db/token-digests';
import type { Catalog } from '@/lib/domain/catalog';
import { meetPowers, powerOf, type Access, type Power } from '@/lib/domain/grant';
import { secretKind } from '@/lib/domain/secret-format';
import { isExpired } from '@/lib/domain/token';
import { tokenLimitsOf } from '@/lib/domain/token-limits';
import type { Verification, VerifiedToken } from '@/lib/domain/verification';
import { currentCatalog } from '@/lib/services/catalog/current-catalog';
import { ensureCatalog, isCatalogFresh } from '@/lib/services/catalog/load-catalog';
import { add, counters } from '@/lib/services/metrics/counters';
import { digestsOf, keepDigests } from './known-digests';
import { addUpgrade } from './write-behind';
import { watchedCache } from './watched-cache';

const malformed: Verification = Object.freeze({ outcome: 'malformed' });
const unknown: Verification = Object.freeze({ outcome: 'unknown' });

/**
 * The one verifier. Says whether a presented string is the secret of a live token of a live owner at `now` (or of an access
 * token that stands in for one), and what that token holds; whether it may do a certain thing is for `decide`. Invalid is an answer, not an exception; a fault of the
 * database throws, and the caller lets nothing through (INT-9).
 * Shape and checksum → digest → cache → one indexed query. At most two digests (TOK-4), nothing is written on the way.
 */
export async function verifyToken(presented: string, now: Date): Promise<Verification> {
  return recallToken(presented, now) ?? ask(presented, now);
}

/** The same from memory alone, at once; null when the database has to be asked. For doors that answer thousands a second. */
export function recallToken(presented: string, now: Date): Verification | null {
  turn = (turn + 1) % timedEvery;
  const startedAt = turn === 0 ? performance.now() : 0;
  const found = recall(presented, now);
  if (found === null) return null;
  const { fromMemory, timers } = counters();
  add(fromMemory, found.outcome);
  if (turn === 0) timers?.verification('memory', (performance.now() - startedAt) / 1_000);
  return found;
}

// A clock is read twice for each time that is taken, so not every one is.
const timedEvery = 100;
let turn = 0;

function recall(presented: string, now: Date): Verification | null {
  const kind = secretKind(presented);
  if (kind === null) return malformed;
  // Neither sessions nor the credentials of machines that ask are tokens.
  if (kind !== 'personal' && kind !== 'access') return unknown;
  if (!isCatalogFresh()) return null;
  const cache = watchedCache();
  const digests = digestsOf(presented);
  const [digest = '', former] = digests.list;
  const token = cache.find(digest, now);
  if (token !== undefined) {
    keepDigests(digests);
    return { outcome: 'valid', token };
  }
  const older = former === undefined ? undefined : cache.find(former, now);
  if (former !== undefined && older !== undefined) {
    const { id: keyId } = currentPepper();
    if (kind === 'personal') addUpgrade({ tokenId: older.id, former, digest, keyId });
    return { outcome: 'valid', token: older };
  }
  return cache.findRefusal(digest) ?? null;
}

/**
 * The same, asked of the database whatever memory says, and memory corrected by it: for a known machine that will have no
 * answer of a moment ago.
 */
export async function verifyTokenAfresh(presented: string, now: Date): Promise<Verification> {
  const kind = secretKind(presented);
  if (kind === null) return malformed;
  if (kind !== 'personal' && kind !== 'access') return unknown;
  const known = recallToken(presented, now);
  const found = await ask(presented, now);
  if (known?.outcome === 'valid' && found.outcome !== 'valid') watchedCache().forgetToken(known.token.id);
  return found;
}

async function ask(presented: string, now: Date): Promise<Verification> {
  const startedAt = performance.now();
  await ensureCatalog();
  const kind = secretKind(presented) === 'access' ? 'access' : 'personal';
  const found = await load(watchedCache(), kind, digestsOf(presented).list, currentPepper(), now);
  const { fromDatabase, timers } = counters();
  add(fromDatabase, found.outcome);
  timers?.verification('database', (performance.now() - startedAt) / 1_000);
  return found;
}

async function load(
  cache: VerificationCache,
  kind: 'personal' | 'access',
  digests: readonly string[],
  current: Pepper,
  now: Date,
): Promise<Verification> {
  const { epoch } = cache;
  const [digest = ''] = digests;
  const match = await findByDigest(digests, kind);
  const known = match !== null && digests.some((each) => isSameDigest(each, match.digest)) ? match : null;
  const refusal = refusalOf(known, now);
  if (known === null || refusal !== null) {
    const refused = refusal ?? { outcome: 'unknown' };
    cache.keepRefusal(digest, refused, epoch);
    return refused;
  }
  if (kind === 'personal' && !isSameDigest(known.digest, digest))
    addUpgrade({ tokenId: known.id, former: known.digest, digest, keyId: current.id });
  const token = verifiedToken(known);
  cache.keep(known.digest, token, epoch);
  return { outcome: 'valid', token };
}

function verifiedToken(known: DigestMatch): VerifiedToken {
  const { id, ownerId, ownerName, ownerEmail, description, ownerRights, createdAt, standIn } = known;
  const whole = powerFor(known.access);
  const token = {
    ...{ id, ownerId, ownerName, ownerEmail, description, ownerRights, createdAt },
    ...tokenLimitsOf(known),
  };
  if (standIn === null) return { ...token, power: whole, expiresAt: known.expiresAt };
  const { id: standInId, createdAt: standInCreatedAt, narrowedTo } = standIn;
  const power = narrowedTo === null ? whole : meetPowers(whole, powerFor(narrowedTo));
  return {
    ...token,
    power,
    expiresAt: endOf(known),
    standIn: { id: standInId, createdAt: standInCreatedAt, narrowedTo },
  };
}

/** A stand-in ends with its token at the latest. */
function endOf({ expiresAt, standIn }: DigestMatch): Date | null {
  if (standIn === null) return expiresAt;
  return expiresAt === null || standIn.expiresAt < expiresAt ? standIn.expiresAt : expiresAt;
}

/** Why a row that was found does not let its bearer in; null when it does. */
function refusalOf(match: DigestMatch | null, now: Date): Refusal | null {
  if (match === null) return { outcome: 'unknown' };
  if (match.isRemoved) return { outcome: 'removed' };
  if (match.isOwnerBlocked) return { outcome: 'owner_blocked' };
  if (isExpired(endOf(match), now)) return { outcome: 'expired' };
  return match.isPaused ? { outcome: 'paused' } : null;
}

// Equal accesses are one object (lib/db/token-access.ts), so that ten thousand tokens of one kind share one power.
const powers = new WeakMap<Catalog, WeakMap<Access, Power>>();

function powerFor(access: Access): Power {
  const catalog = currentCatalog();
  const ofCatalog = powers.get(catalog) ?? new WeakMap<Access, Power>();
  powers.set(catalog, ofCatalog);
  const power = ofCatalog.get(access) ?? powerOf(access, catalog);
  ofCatalog.set(access, power);
  return power;
}
