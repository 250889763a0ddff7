import { findClient } from '@/lib/db/clients';
import type { Transaction } from '@/lib/db/transaction';
import type { Client } from '@/lib/domain/client';
import { DeskError } from '@/lib/domain/errors';
import { currentCatalog, currentServices } from '@/lib/services/catalog/current-catalog';

/** A client still at the version that was seen. Throws not_found, stale_version. */
export async function requireClientAt(
  { id, version }: Pick<Client, 'id' | 'version'>,
  tx: Transaction,
): Promise<Client> {
  const client = await findClient({ id }, tx);
  if (client === null) throw new DeskError('not_found', 'It is not there any more.');
  if (client.version !== version) throw staleClient(client.version);
  return client;
}

/** Someone changed the client since it was seen. */
export function staleClient(currentVersion: number): DeskError {
  const message = 'It was changed in the meantime. Look again, then decide.';
  return new DeskError('stale_version', message, { currentVersion });
}

/** Every service that a client is to ask for must be one that is imported, or built in. Throws invalid_input. */
export function requireKnownServices(names: readonly string[]): void {
  const imported = currentServices().filter(({ removedAt }) => removedAt === null);
  const known = new Set([
    ...imported.map(({ name }) => name),
    ...currentCatalog().operations.map(({ code }) => code.slice(0, code.indexOf('.'))),
  ]);
  const issues = names.flatMap((name, index) =>
    known.has(name) ? [] : [{ path: `services.${index}`, message: `There is no service ${name}.` }],
  );
  if (issues[0] !== undefined) throw new DeskError('invalid_input', issues[0].message, { issues });
}
