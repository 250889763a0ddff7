import { findEndpoints, highestPublicPort, insertEndpoint } from '@/lib/db/environment-endpoints';
import type { Call } from '@/lib/domain/call';
import { DeskError } from '@/lib/domain/errors';
import { parseInput } from '@/lib/domain/parse-input';
import {
  addEndpointSchema,
  firstPublicPort,
  maxEndpoints,
  type Endpoint,
} from '@/lib/domain/platform/endpoint';
import { changeEnvironment } from '@/lib/services/platform/environments/change-environment';
import { requireFreeName } from './require-free-name';

/** Opens an endpoint; it gets the next public port. Throws conflict when the name is taken or there are too many. */
export async function addEndpoint(call: Call, input: unknown): Promise<Endpoint> {
  const { envName, name, privatePort, protocol } = parseInput(addEndpointSchema, input);
  return changeEnvironment(
    call,
    'environment.control.AddEndpoint',
    envName,
    async ({ tx, environment, record }) => {
      const endpoints = await findEndpoints(environment.id, tx);
      requireFreeName(endpoints, name, null);
      const publicPort = Math.max(firstPublicPort, ((await highestPublicPort(tx)) ?? 0) + 1);
      if (endpoints.length >= maxEndpoints || publicPort > 65_535) {
        throw new DeskError('conflict', `An environment has at most ${maxEndpoints} endpoints.`);
      }
      const endpoint = await insertEndpoint(tx, environment.id, { name, privatePort, publicPort, protocol });
      await record('environment.changed', { what: 'endpoint', opened: name, privatePort, publicPort });
      return endpoint;
    },
  );
}
