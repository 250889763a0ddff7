import { randomId } from '@/lib/crypto/random-id';
import { findClient, insertClient } from '@/lib/db/clients';
import { transaction } from '@/lib/db/transaction';
import type { Call } from '@/lib/domain/call';
import { addClientSchema, type AddClientInput } from '@/lib/domain/client-input';
import { clientView, type NewClientView } from '@/lib/domain/client-view';
import { deskPermissions } from '@/lib/domain/desk-permissions';
import { DeskError } from '@/lib/domain/errors';
import { parseInput } from '@/lib/domain/parse-input';
import { requireDeskPermission } from '@/lib/services/access/require-permission';
import { requireProof } from '@/lib/services/people/require-proof';
import { makeSecret } from '@/lib/services/tokens/make-secret';
import { requireKnownServices } from './require-client';

/**
 * Adds a gateway or a resource server and answers its credential, this once (law 3). Needs desk.gateways.Manage and the
 * actor's own password. Throws conflict for a name that is taken, invalid_input for a service that is not there.
 */
export async function addClient(call: Call, input: AddClientInput): Promise<NewClientView> {
  const { kind, name, services, audience = null, proof } = parseInput(addClientSchema, input);
  await requireDeskPermission(call, deskPermissions.manageGateways);
  requireKnownServices(services);
  await requireProof(call, proof);
  const { secret, columns } = makeSecret(kind);
  const client = await transaction(call, async (tx, record) => {
    await requireDeskPermission(call, deskPermissions.manageGateways, tx);
    const taken = await findClient({ name }, tx);
    if (taken !== null) {
      const what = taken.kind === 'gateway' ? 'gateway' : 'resource server';
      const message = `There is a ${what} ${name} already.`;
      throw new DeskError('conflict', message, { issues: [{ path: 'name', message }] });
    }
    const draft = { id: randomId(), kind, name, services, audience, createdAt: call.now };
    const added = await insertClient(tx, { ...draft, ...columns });
    const data = { name, kind, services, ...(audience === null ? {} : { audience }) };
    await record({
      action: 'client.added',
      subjectKind: 'client',
      subjectId: added.id,
      ownerId: null,
      data,
    });
    return added;
  });
  return { client: clientView(client), secret };
}
