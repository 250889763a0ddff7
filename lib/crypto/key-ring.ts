import { createSecretKey, type KeyObject } from 'node:crypto';
import { processWide } from '@/lib/domain/process-wide';
import { env } from '@/lib/env';
import { keyFileChangedAt, newKey, readKeyFile, writeKeyFile } from './key-file';

/** A pepper: what an attacker with the database alone lacks. */
export interface Pepper {
  id: string;
  key: KeyObject;
}

interface Ring {
  peppers: readonly Pepper[];
  changedAt: number;
  lookedAt: number;
}

const lookEveryMilliseconds = 1_000;

function load(): Ring {
  const fromEnv = env().tokenPepper;
  const entries =
    fromEnv === null
      ? readKeyFile().peppers
      : fromEnv.split(',').map((entry) => {
          const [id = '', key = ''] = entry.split(/:(.*)/s);
          return { id, key };
        });
  const peppers = entries.map(({ id, key }) => ({ id, key: createSecretKey(key, 'base64') }));
  return { peppers, changedAt: keyFileChangedAt(), lookedAt: performance.now() };
}

/**
 * The peppers: the current one first, then at most one that is being retired, so that verification needs at most two
 * digests (TOK-4). A rotated key file is noticed within a second, without a restart.
 */
export function peppers(): readonly Pepper[] {
  const slot = processWide<{ ring: Ring | null }>('key-ring', () => ({ ring: null }));
  slot.ring ??= load();
  if (performance.now() - slot.ring.lookedAt > lookEveryMilliseconds) {
    slot.ring.lookedAt = performance.now();
    if (keyFileChangedAt() !== slot.ring.changedAt) slot.ring = load();
  }
  return slot.ring.peppers;
}

/** The pepper that new digests are made with. */
export function currentPepper(): Pepper {
  const [first] = peppers();
  if (first === undefined) throw new Error('The key ring is empty.');
  return first;
}

/** Puts a new pepper in front; the former stays valid until it is retired. */
export function rotatePepper(): void {
  const keys = readKeyFile();
  const [former] = keys.peppers;
  const number = Number(former?.id.slice(1) ?? 0) + 1;
  writeKeyFile({
    ...keys,
    peppers: [{ id: `k${number}`, key: newKey() }, ...(former === undefined ? [] : [former])],
  });
}

/** Forgets all but the current pepper: digests under a former one stop working. */
export function retirePepper(): void {
  const keys = readKeyFile();
  writeKeyFile({ ...keys, peppers: keys.peppers.slice(0, 1) });
}
