import { DeskError } from '@/lib/domain/errors';
import type { Endpoint } from '@/lib/domain/platform/endpoint';

/** Throws conflict when another endpoint of the environment has the name. `exceptId` is the one that is being changed. */
export function requireFreeName(endpoints: readonly Endpoint[], name: string, exceptId: number | null): void {
  if (!endpoints.some((endpoint) => endpoint.name === name && endpoint.id !== exceptId)) return;
  const message = `There is an endpoint ${name} already.`;
  throw new DeskError('conflict', message, { issues: [{ path: 'name', message }] });
}

/** The endpoint with this number. Throws not_found. */
export function requireEndpoint(endpoints: readonly Endpoint[], id: number): Endpoint {
  const endpoint = endpoints.find((each) => each.id === id);
  if (endpoint !== undefined) return endpoint;
  throw new DeskError('not_found', `There is no endpoint ${id}.`, {
    subject: { kind: 'endpoint', name: String(id) },
  });
}
