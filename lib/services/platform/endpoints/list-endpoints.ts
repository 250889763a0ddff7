import { findEndpoints } from '@/lib/db/environment-endpoints';
import type { Call } from '@/lib/domain/call';
import { parseInput } from '@/lib/domain/parse-input';
import { readEndpointsSchema, type Endpoint } from '@/lib/domain/platform/endpoint';
import { requireEnvironment } from '@/lib/services/platform/environments/require-environment';

/** The endpoints of an environment, in the order they were opened. */
export async function listEndpoints(call: Call, input: unknown): Promise<Endpoint[]> {
  const { envName } = parseInput(readEndpointsSchema, input);
  const { id } = await requireEnvironment(call, 'environment.control.GetEndpoints', envName);
  return findEndpoints(id);
}
