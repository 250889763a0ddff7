import { LRUCache } from 'lru-cache';
import { peppers } from '@/lib/crypto/key-ring';
import { digestSecret, isSameDigest } from '@/lib/crypto/secret';
import { findClientByDigest } from '@/lib/db/clients';
import { onEvent } from '@/lib/db/event-feed';
import type { Client, ClientKind } from '@/lib/domain/client';
import { processWide } from '@/lib/domain/process-wide';
import { secretKind } from '@/lib/domain/secret-format';
import { noteClientUse } from './client-uses';

interface KnownClients {
  byDigest: LRUCache<string, Client>;
  /** Moves with every change of a client: what was asked for before is not kept. */
  epoch: number;
}

/**
 * The machine of `kind` whose credential is presented; null for whatever is none. Like verifyToken: shape and checksum →
 * digest → memory → one indexed query; that it asked is written behind. A fault of the database throws, and the caller lets nothing through.
 */
export async function verifyClient(presented: string, kind: ClientKind): Promise<Client | null> {
  if (secretKind(presented) !== kind) return null;
  const known = knownClients();
  const digests = peppers().map((pepper) => digestSecret(presented, pepper));
  for (const digest of digests) {
    const client = known.byDigest.get(digest);
    if (client !== undefined) {
      noteClientUse(client.id);
      return client;
    }
  }
  const { epoch } = known;
  const found = await findClientByDigest(digests);
  if (found === null || found.client.kind !== kind) return null;
  if (!digests.some((digest) => isSameDigest(digest, found.digest))) return null;
  if (epoch === known.epoch) known.byDigest.set(found.digest, found.client);
  noteClientUse(found.client.id);
  return found.client;
}

function knownClients(): KnownClients {
  return processWide('known-clients', () => {
    const known: KnownClients = { byDigest: new LRUCache({ max: 10_000 }), epoch: 0 };
    onEvent(({ subjectKind }) => {
      if (subjectKind !== 'client') return;
      known.epoch += 1;
      known.byDigest.clear();
    });
    return known;
  });
}
