import type { Call } from '@/lib/domain/call';
import type { ClientKind } from '@/lib/domain/client';
import type { ClientView } from '@/lib/domain/client-view';
import { DeskError } from '@/lib/domain/errors';
import { listClients } from '@/lib/services/clients/list-clients';

/** A gateway or a resource server by its name, as it is now. Throws not_found. */
export async function clientNamed(call: Call, kind: ClientKind, name: string): Promise<ClientView> {
  const client = (await listClients(call, kind)).find((each) => each.name === name);
  const what = kind === 'gateway' ? 'gateway' : 'resource server';
  if (client === undefined) throw new DeskError('not_found', `There is no ${what} ${name}.`);
  return client;
}
