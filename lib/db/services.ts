import { z } from 'zod';
import {
  contextMappingSchema,
  serviceFormatSchema,
  serviceOperationSchema,
  type Service,
} from '@/lib/domain/service';
import { reading } from './client';
import type { Service as Row } from './generated/sqlite/client';
import type { Transaction } from './transaction';

const contextsSchema = z.array(contextMappingSchema);
const operationsSchema = z.array(serviceOperationSchema);

/** A row as the domain knows it. A row that cannot be read throws: the catalog never lists half of a service. */
function toService(row: Row): Service {
  return {
    ...row,
    format: serviceFormatSchema.parse(row.format),
    contexts: contextsSchema.parse(JSON.parse(row.contexts)),
    operations: operationsSchema.parse(JSON.parse(row.operations)),
  };
}

/** Every service that was ever imported, by name; removed ones too, whose operations are gone. */
export async function findServices(tx?: Transaction): Promise<Service[]> {
  const client = tx ?? (await reading());
  return (await client.service.findMany({ orderBy: { name: 'asc' } })).map(toService);
}

/** Which services there are, in which version: enough to see whether what is known of them is old. */
export async function findServiceVersions(): Promise<{ name: string; version: number }[]> {
  const client = await reading();
  return client.service.findMany({ select: { name: true, version: true } });
}

export async function findService(name: string, tx?: Transaction): Promise<Service | null> {
  const client = tx ?? (await reading());
  const row = await client.service.findUnique({ where: { name } });
  return row === null ? null : toService(row);
}

/** Stores a service: a new row, or the next version of the row that was seen at `version`. False when it has moved on. */
export async function putService(
  tx: Transaction,
  { operations, contexts, ...columns }: Omit<Service, 'version'>,
  version: number | null,
): Promise<boolean> {
  const data = { ...columns, operations: JSON.stringify(operations), contexts: JSON.stringify(contexts) };
  if (version === null) {
    await tx.service.create({ data });
    return true;
  }
  const where = { name: columns.name, version };
  return (await tx.service.updateMany({ where, data: { ...data, version: version + 1 } })).count === 1;
}
