import { findClientByDigest } from '@/lib/db/clients';
import { transaction } from '@/lib/db/transaction';
import type { Call } from '@/lib/domain/call';
import { digestsOf } from '@/lib/services/tokens/known-digests';

/**
 * Writes into the log whose credential was reported: of gateways and resource servers, which go on until an administrator
 * renews it.
 */
export async function noteLeakedClients(call: Call, secrets: readonly string[]): Promise<void> {
  for (const presented of secrets) {
    const found = await findClientByDigest(digestsOf(presented).list);
    if (found === null) continue;
    const { id: subjectId, name, kind } = found.client;
    const data = { name, kind };
    await transaction(call, (_tx, record) =>
      record({ action: 'leak.reported', subjectKind: 'client', subjectId, ownerId: null, data }),
    );
  }
}
