import { deleteClient } from '@/lib/db/clients';
import { transaction } from '@/lib/db/transaction';
import type { Call } from '@/lib/domain/call';
import { seenClientSchema, type SeenClientInput } from '@/lib/domain/client-input';
import { deskPermissions } from '@/lib/domain/desk-permissions';
import { parseInput } from '@/lib/domain/parse-input';
import { requireDeskPermission } from '@/lib/services/access/require-permission';
import { requireProof } from '@/lib/services/people/require-proof';
import { requireClientAt, staleClient } from './require-client';

/**
 * Removes a client: its credential is refused by the next request. Needs desk.gateways.Manage and the actor's own
 * password. Throws not_found, stale_version.
 */
export async function removeClient(call: Call, input: SeenClientInput): Promise<{ removedId: string }> {
  const { proof, ...seen } = parseInput(seenClientSchema, input);
  await requireDeskPermission(call, deskPermissions.manageGateways);
  await requireProof(call, proof);
  return transaction(call, async (tx, record) => {
    await requireDeskPermission(call, deskPermissions.manageGateways, tx);
    const { id, kind, name, version } = await requireClientAt(seen, tx);
    if (!(await deleteClient(tx, seen))) throw staleClient(version + 1);
    await record({
      action: 'client.removed',
      subjectKind: 'client',
      subjectId: id,
      ownerId: null,
      data: { name, kind },
    });
    return { removedId: id };
  });
}
