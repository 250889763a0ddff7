import { updateClient } from '@/lib/db/clients';
import { transaction } from '@/lib/db/transaction';
import type { Call } from '@/lib/domain/call';
import { changeClientSchema, type ChangeClientInput } from '@/lib/domain/client-input';
import { clientView, type ClientView } from '@/lib/domain/client-view';
import { deskPermissions } from '@/lib/domain/desk-permissions';
import { DeskError } from '@/lib/domain/errors';
import { parseInput } from '@/lib/domain/parse-input';
import { requireDeskPermission } from '@/lib/services/access/require-permission';
import { requireProof } from '@/lib/services/people/require-proof';
import { requireClientAt, requireKnownServices, staleClient } from './require-client';

/**
 * Changes what a client asks for; its credential stays. A service that it had may stay even when it is gone meanwhile.
 * Needs desk.gateways.Manage and the actor's own password. Throws not_found, stale_version, invalid_input.
 */
export async function changeClient(call: Call, input: ChangeClientInput): Promise<ClientView> {
  const { proof, services, audience, ...seen } = parseInput(changeClientSchema, input);
  await requireDeskPermission(call, deskPermissions.manageGateways);
  await requireProof(call, proof);
  return transaction(call, async (tx, record) => {
    await requireDeskPermission(call, deskPermissions.manageGateways, tx);
    const before = await requireClientAt(seen, tx);
    const { kind, name } = before;
    if (kind === 'gateway' && (audience ?? null) !== null) {
      const message = 'A gateway has no audience.';
      throw new DeskError('invalid_input', message, { issues: [{ path: 'audience', message }] });
    }
    requireKnownServices((services ?? []).filter((each) => !before.services.includes(each)));
    const after = await updateClient(tx, seen, {
      ...(services === undefined ? {} : { services }),
      ...(audience === undefined ? {} : { audience }),
      changedAt: call.now,
    });
    if (after === null) throw staleClient(before.version + 1);
    await record({
      action: 'client.changed',
      subjectKind: 'client',
      subjectId: before.id,
      ownerId: null,
      data: {
        ...{ name, kind, before: before.services, after: after.services },
        ...(before.audience === after.audience
          ? {}
          : { audienceBefore: before.audience, audienceAfter: after.audience }),
      },
    });
    return clientView(after);
  });
}
