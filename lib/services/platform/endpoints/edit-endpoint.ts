import { findEndpoints, updateEndpoint } from '@/lib/db/environment-endpoints';
import type { Call } from '@/lib/domain/call';
import { parseInput } from '@/lib/domain/parse-input';
import { editEndpointSchema, type Endpoint } from '@/lib/domain/platform/endpoint';
import { changeEnvironment } from '@/lib/services/platform/environments/change-environment';
import { requireEndpoint, requireFreeName } from './require-free-name';

/** Changes an endpoint's name, private port or protocol; the public port stays. Throws not_found, conflict. */
export async function editEndpoint(call: Call, input: unknown): Promise<Endpoint> {
  const { envName, id, name, privatePort, protocol } = parseInput(editEndpointSchema, input);
  return changeEnvironment(
    call,
    'environment.control.EditEndpoint',
    envName,
    async ({ tx, environment, record }) => {
      const endpoints = await findEndpoints(environment.id, tx);
      const endpoint = { ...requireEndpoint(endpoints, id), name, privatePort, protocol };
      requireFreeName(endpoints, name, id);
      await updateEndpoint(tx, environment.id, endpoint);
      await record('environment.changed', { what: 'endpoint', changed: name, privatePort });
      return endpoint;
    },
  );
}
