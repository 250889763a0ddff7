import { parseRange, type AddressRange } from './address-ranges.js';
import { GrantPool, type Grants } from './grant-pool.js';
import type { Resolution } from './resolution.js';
import { isSameDigest } from './secret-digest.js';
import type { Token, Verdict } from './verdict.js';

/** A token that lives, by the digest of its secret. Times are milliseconds: of the wall clock, `fetchedAt` of the other. */
export interface Entry {
  readonly digest: Int32Array;
  readonly token: Token;
  readonly allowed: Verdict;
  readonly grants: Grants;
  readonly grantsName: string;
  readonly ranges: readonly AddressRange[];
  readonly notBefore: number | null;
  readonly expiresAt: number | null;
  readonly requestsPerMinute: number | null;
  readonly mayUseInUrls: boolean;
  readonly fetchedAt: number;
  isUsed: boolean;
}

/** What a stream may tell to forget. */
export type Forgotten = { token: string } | { owner: string } | { all: true };

interface Refused {
  digest: Int32Array;
  until: number;
}

const maxRefused = 10_000;
const maxGrantBytes = 64_000_000;

/** Answers of the desk by digest, never by secret; bounded in number and in bytes. Who was not asked for longest goes first. */
export class TokenCache {
  // By the first word of the digest: the other words are compared, and of two that share it the later one stays.
  private readonly entries = new Map<number, Entry>();
  private readonly refused = new Map<number, Refused>();
  private readonly ofToken = new Map<string, Set<Entry>>();
  private readonly ofOwner = new Map<string, Set<Entry>>();
  private readonly pool = new GrantPool();
  private moved = 0;
  private emptied = 0;

  constructor(private readonly maxTokens: number) {}

  /** Moves with every forgetting: that nobody lives under a secret may have been said before it. */
  get epoch(): number {
    return this.moved;
  }

  /** Moves with every forgetting of all. Of a single token the number of an answer tells whether it knows of it. */
  get age(): number {
    return this.emptied;
  }

  get sizes(): { tokens: number; refused: number } {
    return { tokens: this.entries.size, refused: this.refused.size };
  }

  find(digest: Int32Array): Entry | undefined {
    const entry = this.entries.get(digest[0] ?? 0);
    if (entry === undefined || !isSameDigest(entry.digest, digest)) return undefined;
    entry.isUsed = true;
    return entry;
  }

  /** What a resolution is, ready to be judged. Throws for an address range that cannot be read: it is never "anywhere". */
  entryOf(digest: Int32Array, found: Extract<Resolution, { isActive: true }>, fetchedAt: number): Entry {
    const ranges = found.addresses.map((text) => {
      const range = parseRange(text);
      if (range === null) throw new TypeError('An address range cannot be read.');
      return range;
    });
    const { tokenId: id, ownerId, ownerEmail, notBefore, expiresAt, requestsPerMinute, mayUseInUrls } = found;
    const token = Object.freeze({ id, ownerId, ownerEmail, expiresAt: dateOf(expiresAt) });
    const { name: grantsName, grants } = this.pool.take(found.grants);
    const allowed: Verdict = Object.freeze({ isAllowed: true, token });
    // One literal, without a spread: the engine reads its members thirty times as fast.
    return {
      digest,
      token,
      allowed,
      grants,
      grantsName,
      ranges,
      notBefore,
      expiresAt,
      requestsPerMinute,
      mayUseInUrls,
      fetchedAt,
      isUsed: false,
    };
  }

  /** Keeps an entry, or lets go of what it holds when all was forgotten since `age`. */
  keep(entry: Entry, age: number): void {
    if (age !== this.emptied) {
      this.pool.giveBack(entry.grantsName);
      return;
    }
    const place = entry.digest[0] ?? 0;
    const former = this.entries.get(place);
    if (former !== undefined) this.remove(former);
    this.refused.delete(place);
    while (this.entries.size >= this.maxTokens) this.passOver();
    this.entries.set(place, entry);
    addTo(this.ofToken, entry.token.id, entry);
    addTo(this.ofOwner, entry.token.ownerId, entry);
    while (this.pool.bytes > maxGrantBytes && this.entries.size > 0) this.passOver();
  }

  isRefused(digest: Int32Array, now: number): boolean {
    const known = this.refused.get(digest[0] ?? 0);
    return known !== undefined && now < known.until && isSameDigest(known.digest, digest);
  }

  /** Keeps for a moment that nobody lives under a digest, unless something was forgotten since `epoch`. */
  refuse(digest: Int32Array, until: number, epoch: number): void {
    const former = this.find(digest);
    if (former !== undefined) this.remove(former);
    if (epoch !== this.moved) return;
    const place = digest[0] ?? 0;
    this.refused.delete(place);
    this.refused.set(place, { digest, until });
    const [oldest] = this.refused.keys();
    if (this.refused.size > maxRefused && oldest !== undefined) this.refused.delete(oldest);
  }

  forget(forgotten: Forgotten): void {
    this.moved += 1;
    this.refused.clear();
    if ('all' in forgotten) {
      this.emptied += 1;
      for (const entry of this.entries.values()) this.remove(entry);
    } else if ('token' in forgotten) this.removeAll(this.ofToken.get(forgotten.token));
    else this.removeAll(this.ofOwner.get(forgotten.owner));
  }

  private removeAll(entries: ReadonlySet<Entry> | undefined): void {
    for (const entry of [...(entries ?? [])]) this.remove(entry);
  }

  private remove(entry: Entry): void {
    this.entries.delete(entry.digest[0] ?? 0);
    this.pool.giveBack(entry.grantsName);
    removeFrom(this.ofToken, entry.token.id, entry);
    removeFrom(this.ofOwner, entry.token.ownerId, entry);
  }

  /** Lets the oldest go, unless it was asked for since the last round: then it gets another one. */
  private passOver(): void {
    const [oldest] = this.entries.values();
    if (oldest === undefined) return;
    if (!oldest.isUsed) {
      this.remove(oldest);
      return;
    }
    oldest.isUsed = false;
    const place = oldest.digest[0] ?? 0;
    this.entries.delete(place);
    this.entries.set(place, oldest);
  }
}

function dateOf(time: number | null): Date | null {
  return time === null ? null : new Date(time);
}

function addTo(sets: Map<string, Set<Entry>>, key: string, entry: Entry): void {
  const set = sets.get(key);
  if (set === undefined) sets.set(key, new Set([entry]));
  else set.add(entry);
}

function removeFrom(sets: Map<string, Set<Entry>>, key: string, entry: Entry): void {
  const set = sets.get(key);
  set?.delete(entry);
  if (set?.size === 0) sets.delete(key);
}
