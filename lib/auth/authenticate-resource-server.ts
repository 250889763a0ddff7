import type { IncomingMessage } from 'node:http';
import type { Client } from '@/lib/domain/client';
import { verifyClient } from '@/lib/services/clients/verify-client';
import { clientCredential, type ClientForm } from './client-credential';

/** Which resource server asks. `refused` is one answer for everything that is presented and is none. */
export type ResourceServerAuthentication =
  { outcome: 'valid'; client: Client } | { outcome: 'none' | 'several' | 'refused' };

/**
 * The way in for resource servers: id and credential (`td_rsk_…`) by HTTP Basic or in the form, one of both. Nothing else
 * makes one: not a token, and not the credential of a gateway.
 */
export async function authenticateResourceServer(
  request: Pick<IncomingMessage, 'rawHeaders'>,
  form: ClientForm,
): Promise<ResourceServerAuthentication> {
  const credential = clientCredential(request.rawHeaders, form);
  if (credential.kind === 'unreadable') return { outcome: 'refused' };
  if (credential.kind !== 'one') return { outcome: credential.kind };
  const client = await verifyClient(credential.presented, 'resource-server');
  return client?.id === credential.clientId ? { outcome: 'valid', client } : { outcome: 'refused' };
}
