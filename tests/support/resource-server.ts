import type { Client } from '@/lib/domain/client';
import { systemCall } from './desk';

/** A resource server and its credential. */
export interface ResourceServerFixture {
  client: Client;
  secret: string;
}

let count = 0;

/** Stores a resource server that asks for these services; for all when none is named. */
export async function resourceServerFixture(
  services: readonly string[] = [],
): Promise<ResourceServerFixture> {
  const { randomId } = await import('@/lib/crypto/random-id');
  const { insertClient } = await import('@/lib/db/clients');
  const { transaction } = await import('@/lib/db/transaction');
  const { makeSecret } = await import('@/lib/services/tokens/make-secret');
  count += 1;
  const { secret, columns } = makeSecret('resource-server');
  const draft = { id: randomId(), kind: 'resource-server' as const, name: `server-${count}`, audience: null };
  const client = await transaction(systemCall(), (tx) =>
    insertClient(tx, { ...draft, services: [...services], createdAt: new Date(), ...columns }),
  );
  return { client, secret };
}
