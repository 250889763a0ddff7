import { LRUCache } from 'lru-cache';
import { peppers, type Pepper } from '@/lib/crypto/key-ring';
import { isSameDigest } from '@/lib/crypto/secret';
import { findClientByDigest } from '@/lib/db/clients';
import { onEvent } from '@/lib/db/event-feed';
import type { Client, ClientKind } from '@/lib/domain/client';
import { processWide } from '@/lib/domain/process-wide';
import { secretKind } from '@/lib/domain/secret-format';
import { isFollowing } from '@/lib/services/feed/follow-log';
import { digestsOf, keepDigests } from '@/lib/services/tokens/known-digests';
import { noteClientUse } from './client-uses';

interface KnownClients {
  byDigest: LRUCache<string, Client>;
  /**
   * What was last said on a connection, and whose it is: a gateway says the same key over and over, and comparing costs less
   * than a hash. Gone with the connection, which holds the same bytes in its own buffers.
   */
  lastSaid: WeakMap<object, { presented: string; client: Client; epoch: number; ring: readonly Pepper[] }>;
  /** Moves with every change of a client: what was asked for before is not kept. */
  epoch: number;
}

/**
 * The machine of `kind` whose credential is presented; null for whatever is none. Like verifyToken: shape and checksum →
 * digest → memory → one indexed query; that it asked is written behind. A fault of the database throws, and the caller lets nothing through.
 */
export async function verifyClient(presented: string, kind: ClientKind): Promise<Client | null> {
  const recalled = recallClient(presented, kind);
  if (recalled !== undefined) return recalled;
  const found = await ask(presented, kind);
  if (found !== null) noteClientUse(found.id);
  return found;
}

/**
 * The same from memory alone; undefined when the database has to be asked. `connection`: what it came over, where one
 * connection serves many requests of the same machine.
 */
export function recallClient(
  presented: string,
  kind: ClientKind,
  connection?: object,
): Client | null | undefined {
  if (!isFollowing()) return secretKind(presented) === kind ? undefined : null;
  const { lastSaid, epoch } = knownClients();
  const ring = peppers();
  const last = connection === undefined ? undefined : lastSaid.get(connection);
  const isSaidAgain =
    last?.presented === presented && last.client.kind === kind && last.epoch === epoch && last.ring === ring;
  const client = isSaidAgain ? last.client : recallByDigest(presented, kind);
  if (client === undefined || client === null) return client;
  if (connection !== undefined && !isSaidAgain) lastSaid.set(connection, { presented, client, epoch, ring });
  noteClientUse(client.id);
  return client;
}

function recallByDigest(presented: string, kind: ClientKind): Client | null | undefined {
  if (secretKind(presented) !== kind) return null;
  const digests = digestsOf(presented);
  for (const digest of digests.list) {
    const client = knownClients().byDigest.get(digest);
    if (client === undefined) continue;
    keepDigests(digests);
    return client;
  }
  return undefined;
}

async function ask(presented: string, kind: ClientKind): Promise<Client | null> {
  const known = knownClients();
  const { epoch } = known;
  const digests = digestsOf(presented).list;
  const found = await findClientByDigest(digests);
  if (found === null || found.client.kind !== kind) return null;
  if (!digests.some((digest) => isSameDigest(digest, found.digest))) return null;
  if (epoch === known.epoch) known.byDigest.set(found.digest, found.client);
  return found.client;
}

function knownClients(): KnownClients {
  return processWide('known-clients', () => {
    const known: KnownClients = {
      byDigest: new LRUCache({ max: 10_000 }),
      lastSaid: new WeakMap(),
      epoch: 0,
    };
    onEvent(({ subjectKind }) => {
      if (subjectKind !== 'client') return;
      known.epoch += 1;
      known.byDigest.clear();
    });
    return known;
  });
}
