import { deleteEndpoint, findEndpoints } from '@/lib/db/environment-endpoints';
import type { Call } from '@/lib/domain/call';
import { parseInput } from '@/lib/domain/parse-input';
import { removeEndpointSchema } from '@/lib/domain/platform/endpoint';
import { changeEnvironment } from '@/lib/services/platform/environments/change-environment';
import { requireEndpoint } from './require-free-name';

/** Closes an endpoint. Throws not_found. */
export async function removeEndpoint(call: Call, input: unknown): Promise<void> {
  const { envName, id } = parseInput(removeEndpointSchema, input);
  await changeEnvironment(
    call,
    'environment.control.RemoveEndpoint',
    envName,
    async ({ tx, environment, record }) => {
      const endpoint = requireEndpoint(await findEndpoints(environment.id, tx), id);
      await deleteEndpoint(tx, environment.id, id);
      await record('environment.changed', { what: 'endpoint', closed: endpoint.name });
    },
  );
}
