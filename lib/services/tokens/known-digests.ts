import { LRUCache } from 'lru-cache';
import { peppers, type Pepper } from '@/lib/crypto/key-ring';
import { digestSecret, memoryName } from '@/lib/crypto/secret';
import { processWide } from '@/lib/domain/process-wide';

/** The digests of one presented secret under the peppers of now, the current one first (TOK-4). */
export interface SecretDigests {
  list: readonly string[];
  peppers: readonly Pepper[];
  /** How memory finds them again. */
  name: string;
}

const maxKnown = 20_000;

/** Of secrets that live, so that a keyed hash is not computed for every request. Bounded: 5 MB at most (INT-10). */
function known(): LRUCache<string, SecretDigests> {
  return processWide('known-digests', () => new LRUCache<string, SecretDigests>({ max: maxKnown }));
}

/** The digests of a presented secret; computed unless they were kept under the same peppers. */
export function digestsOf(presented: string): SecretDigests {
  const ring = peppers();
  const name = memoryName(presented);
  const found = known().get(name);
  if (found !== undefined && found.peppers === ring) return found;
  return { list: ring.map((pepper) => digestSecret(presented, pepper)), peppers: ring, name };
}

/** Keeps the digests of a secret that lives; those of junk never are, so that a flood of it drives nothing out. */
export function keepDigests(digests: SecretDigests): void {
  if (known().peek(digests.name) !== digests) known().set(digests.name, digests);
}
