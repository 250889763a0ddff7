import { LRUCache } from 'lru-cache';
import { processWide } from '@/lib/domain/process-wide';
import { isExpired } from '@/lib/domain/token';
import type { Verification, VerifiedToken } from '@/lib/domain/verification';

/** An answer that is not `valid`, kept for a moment so that a script that goes on trying asks the database once. */
export type Refusal = Exclude<Verification, { outcome: 'valid' }>;

/** How much a cache holds. Sizes are estimated bytes. */
export interface CacheLimits {
  maxTokens: number;
  maxTokenBytes: number;
  maxRefusals: number;
  refusalMilliseconds: number;
}

const limits: CacheLimits = {
  maxTokens: 200_000,
  maxTokenBytes: 48_000_000,
  maxRefusals: 10_000,
  refusalMilliseconds: 5_000,
};

/**
 * Answers of verification by digest, never by secret. What is forgotten here is asked of the database by the next request.
 * `epoch` moves with every forgetting: an answer whose query began in an older epoch is not kept, it may be of yesterday.
 */
export class VerificationCache {
  private readonly tokens: LRUCache<string, VerifiedToken>;
  private readonly refusals: LRUCache<string, Refusal>;
  private readonly digestByToken = new Map<string, string>();
  /** Of the access tokens that stand in for a token. */
  private readonly standIns = new Map<string, Set<string>>();
  private readonly tokensByOwner = new Map<string, Set<string>>();
  private moved = 0;

  constructor({ maxTokens, maxTokenBytes, maxRefusals, refusalMilliseconds }: CacheLimits = limits) {
    this.tokens = new LRUCache({
      max: maxTokens,
      maxSize: maxTokenBytes,
      sizeCalculation: estimateBytes,
      dispose: (token, digest) => this.unlink(token, digest),
    });
    this.refusals = new LRUCache({ max: maxRefusals, ttl: refusalMilliseconds });
  }

  get epoch(): number {
    return this.moved;
  }

  get size(): { tokens: number; tokenBytes: number; refusals: number } {
    return { tokens: this.tokens.size, tokenBytes: this.tokens.calculatedSize, refusals: this.refusals.size };
  }

  /** The token that lives under a digest. Never one past its expiry (TOK-8). */
  find(digest: string, now: Date): VerifiedToken | undefined {
    const token = this.tokens.get(digest);
    if (token === undefined || !isExpired(token.expiresAt, now)) return token;
    this.tokens.delete(digest);
    return undefined;
  }

  findRefusal(digest: string): Refusal | undefined {
    return this.refusals.get(digest);
  }

  /** Keeps a live token, unless something was forgotten since `epoch`. */
  keep(digest: string, token: VerifiedToken, epoch: number): void {
    if (epoch !== this.moved) return;
    const isStandIn = token.standIn !== undefined;
    if (!isStandIn) this.dropOwn(token.id);
    this.tokens.set(digest, token);
    if (!this.tokens.has(digest)) return;
    if (isStandIn) addTo(this.standIns, token.id, digest);
    else this.digestByToken.set(token.id, digest);
    addTo(this.tokensByOwner, token.ownerId, token.id);
  }

  /** Keeps a refusal for a moment, unless something was forgotten since `epoch`. */
  keepRefusal(digest: string, refusal: Refusal, epoch: number): void {
    if (epoch === this.moved) this.refusals.set(digest, refusal);
  }

  forgetToken(tokenId: string): void {
    this.moved += 1;
    this.refusals.clear();
    this.drop(tokenId);
  }

  forgetOwner(ownerId: string): void {
    this.moved += 1;
    this.refusals.clear();
    for (const tokenId of [...(this.tokensByOwner.get(ownerId) ?? [])]) this.drop(tokenId);
  }

  forgetAll(): void {
    this.moved += 1;
    this.refusals.clear();
    this.tokens.clear();
  }

  private drop(tokenId: string): void {
    this.dropOwn(tokenId);
    for (const digest of [...(this.standIns.get(tokenId) ?? [])]) this.tokens.delete(digest);
  }

  private dropOwn(tokenId: string): void {
    const digest = this.digestByToken.get(tokenId);
    if (digest !== undefined) this.tokens.delete(digest);
  }

  private unlink({ id, ownerId, standIn }: VerifiedToken, digest: string): void {
    if (standIn === undefined) this.digestByToken.delete(id);
    else removeFrom(this.standIns, id, digest);
    if (!this.digestByToken.has(id) && !this.standIns.has(id)) removeFrom(this.tokensByOwner, ownerId, id);
  }
}

function addTo(sets: Map<string, Set<string>>, key: string, member: string): void {
  const set = sets.get(key);
  if (set === undefined) sets.set(key, new Set([member]));
  else set.add(member);
}

function removeFrom(sets: Map<string, Set<string>>, key: string, member: string): void {
  const set = sets.get(key);
  set?.delete(member);
  if (set?.size === 0) sets.delete(key);
}

/** Powers and rights are shared between tokens where they are equal; counted as if they were not, the bound is safe. */
function estimateBytes(token: VerifiedToken): number {
  let bytes = 400 + 2 * (token.description.length + token.ownerName.length);
  if (token.power.kind === 'limited')
    for (const codes of token.power.grants.values()) bytes += 200 + codes.size * 40;
  for (const right of token.ownerRights) bytes += 100 + right.patterns.length * 40;
  return bytes;
}

/** The cache of this process: one, however many module graphs ask (see process-wide.ts). */
export function verificationCache(): VerificationCache {
  return processWide('verification-cache', () => new VerificationCache());
}
