import { z } from 'zod';
import { clientKindSchema, type Client, type ClientKind } from '@/lib/domain/client';
import { reading } from './client';
import type { Prisma } from './generated/sqlite/client';
import type { SecretColumns } from './tokens';
import type { Transaction } from './transaction';

/** Every column but the digest and its key, which have one exit: findClientByDigest. */
const columns = {
  id: true,
  kind: true,
  name: true,
  services: true,
  audience: true,
  hintStart: true,
  hintEnd: true,
  createdAt: true,
  changedAt: true,
  lastUsedAt: true,
  version: true,
} as const satisfies Prisma.ClientSelect;

type Row = Prisma.ClientGetPayload<{ select: typeof columns }>;

const servicesSchema = z.array(z.string());

function toClient({ hintStart, hintEnd, services, kind, ...row }: Row): Client {
  return {
    ...row,
    kind: clientKindSchema.parse(kind),
    services: servicesSchema.parse(JSON.parse(services)),
    hint: { start: hintStart, end: hintEnd },
  };
}

/** Every client of a kind, by name. */
export async function findClients(kind: ClientKind, tx?: Transaction): Promise<Client[]> {
  const client = tx ?? (await reading());
  return (await client.client.findMany({ where: { kind }, orderBy: { name: 'asc' }, select: columns })).map(
    toClient,
  );
}

/** A client by its id or by its name; null when there is none. */
export async function findClient(
  by: { id: string } | { name: string },
  tx?: Transaction,
): Promise<Client | null> {
  const client = tx ?? (await reading());
  const row = await client.client.findUnique({ where: by, select: columns });
  return row === null ? null : toClient(row);
}

/** The client that one of the digests belongs to, with that digest: an indexed look-up (TOK-5). */
export async function findClientByDigest(
  digests: readonly string[],
): Promise<{ client: Client; digest: string } | null> {
  const client = await reading();
  const row = await client.client.findFirst({
    where: { digest: { in: [...digests] } },
    select: { ...columns, digest: true },
  });
  if (row === null) return null;
  const { digest, ...rest } = row;
  return { client: toClient(rest), digest };
}

/** Stores a new client. A name that is taken throws a unique violation, which the verb has looked for before. */
export async function insertClient(
  tx: Transaction,
  {
    services,
    hint,
    ...rest
  }: Pick<Client, 'id' | 'kind' | 'name' | 'services' | 'audience' | 'createdAt'> & SecretColumns,
): Promise<Client> {
  const data = {
    ...rest,
    services: JSON.stringify(services),
    changedAt: rest.createdAt,
    hintStart: hint.start,
    hintEnd: hint.end,
  };
  return toClient(await tx.client.create({ data, select: columns }));
}

/** Changes what a client may ask for, or its credential. Null when the row has moved on. */
export async function updateClient(
  tx: Transaction,
  { id, version }: Pick<Client, 'id' | 'version'>,
  change: Partial<Pick<Client, 'services' | 'audience'> & SecretColumns> & { changedAt: Date },
): Promise<Client | null> {
  const { services, hint, ...rest } = change;
  const data = {
    ...rest,
    ...(services === undefined ? {} : { services: JSON.stringify(services) }),
    ...(hint === undefined ? {} : { hintStart: hint.start, hintEnd: hint.end }),
    version: version + 1,
  };
  const [row] = await tx.client.updateManyAndReturn({ where: { id, version }, data, select: columns });
  return row === undefined ? null : toClient(row);
}

/** Deletes a client; its credential is dead from the commit on. False when the row has moved on. */
export async function deleteClient(
  tx: Transaction,
  { id, version }: Pick<Client, 'id' | 'version'>,
): Promise<boolean> {
  return (await tx.client.deleteMany({ where: { id, version } })).count === 1;
}

/** Writes when clients asked last; a later use that is already written stays, and so does the version. */
export async function writeClientUses(tx: Transaction, uses: ReadonlyMap<string, Date>): Promise<void> {
  for (const [id, at] of uses) {
    const where = { id, OR: [{ lastUsedAt: null }, { lastUsedAt: { lt: at } }] };
    await tx.client.updateMany({ where, data: { lastUsedAt: at } });
  }
}
