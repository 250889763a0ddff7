import { updateClient } from '@/lib/db/clients';
import { transaction } from '@/lib/db/transaction';
import type { Call } from '@/lib/domain/call';
import { seenClientSchema, type SeenClientInput } from '@/lib/domain/client-input';
import { clientView, type NewClientView } from '@/lib/domain/client-view';
import { deskPermissions } from '@/lib/domain/desk-permissions';
import { parseInput } from '@/lib/domain/parse-input';
import { requireDeskPermission } from '@/lib/services/access/require-permission';
import { requireProof } from '@/lib/services/people/require-proof';
import { makeSecret } from '@/lib/services/tokens/make-secret';
import { requireClientAt, staleClient } from './require-client';

/**
 * Gives a client a new credential, answered this once (law 3); the old one is refused by the next request. Needs
 * desk.gateways.Manage and the actor's own password. Throws not_found, stale_version.
 */
export async function renewClient(call: Call, input: SeenClientInput): Promise<NewClientView> {
  const { proof, ...seen } = parseInput(seenClientSchema, input);
  await requireDeskPermission(call, deskPermissions.manageGateways);
  await requireProof(call, proof);
  return transaction(call, async (tx, record) => {
    await requireDeskPermission(call, deskPermissions.manageGateways, tx);
    const { id, kind, name, version } = await requireClientAt(seen, tx);
    const { secret, columns } = makeSecret(kind);
    const client = await updateClient(tx, seen, { ...columns, changedAt: call.now });
    if (client === null) throw staleClient(version + 1);
    await record({
      action: 'client.renewed',
      subjectKind: 'client',
      subjectId: id,
      ownerId: null,
      data: { name, kind },
    });
    return { client: clientView(client), secret };
  });
}
