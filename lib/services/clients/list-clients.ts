import { findClients } from '@/lib/db/clients';
import type { Call } from '@/lib/domain/call';
import type { ClientKind } from '@/lib/domain/client';
import { clientView, type ClientView } from '@/lib/domain/client-view';
import { deskPermissions } from '@/lib/domain/desk-permissions';
import { requireDeskPermission } from '@/lib/services/access/require-permission';

/** Every gateway, or every resource server, by name. Needs desk.gateways.Manage. */
export async function listClients(call: Call, kind: ClientKind): Promise<ClientView[]> {
  await requireDeskPermission(call, deskPermissions.manageGateways);
  return (await findClients(kind)).map(clientView);
}
