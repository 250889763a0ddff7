import type { Endpoint } from '@/lib/domain/platform/endpoint';
import { reading } from './client';
import type { EnvironmentEndpoint } from './generated/sqlite/client';
import type { Transaction } from './transaction';

function toEndpoint(row: EnvironmentEndpoint): Endpoint {
  const { id, name, privatePort, publicPort } = row;
  return { id, name, privatePort, publicPort, protocol: row.protocol === 'UDP' ? 'UDP' : 'TCP' };
}

/** The endpoints of an environment, by number. */
export async function findEndpoints(environmentId: string, tx?: Transaction): Promise<Endpoint[]> {
  const client = tx ?? (await reading());
  const rows = await client.environmentEndpoint.findMany({
    where: { environmentId },
    orderBy: { id: 'asc' },
  });
  return rows.map(toEndpoint);
}

/** The highest public port that is given out, in any environment; null when none is. */
export async function highestPublicPort(tx: Transaction): Promise<number | null> {
  const highest = await tx.environmentEndpoint.aggregate({ _max: { publicPort: true } });
  return highest._max.publicPort;
}

export async function insertEndpoint(
  tx: Transaction,
  environmentId: string,
  endpoint: Omit<Endpoint, 'id'>,
): Promise<Endpoint> {
  return toEndpoint(await tx.environmentEndpoint.create({ data: { environmentId, ...endpoint } }));
}

/** Changes the endpoint of this environment; the caller has found it there. */
export async function updateEndpoint(
  tx: Transaction,
  environmentId: string,
  endpoint: Endpoint,
): Promise<void> {
  const { id, ...data } = endpoint;
  await tx.environmentEndpoint.update({ where: { id, environmentId }, data });
}

export async function deleteEndpoint(tx: Transaction, environmentId: string, id: number): Promise<void> {
  await tx.environmentEndpoint.delete({ where: { id, environmentId } });
}
