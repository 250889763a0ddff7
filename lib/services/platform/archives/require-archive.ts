import { findArchive } from '@/lib/db/archives';
import type { Transaction } from '@/lib/db/transaction';
import { DeskError } from '@/lib/domain/errors';
import type { Archive } from '@/lib/domain/platform/archive';

/** An archive of a project by name. Throws not_found. */
export async function requireArchive(tx: Transaction, projectKey: string, name: string): Promise<Archive> {
  const archive = await findArchive(tx, projectKey, name);
  if (archive !== null) return archive;
  throw new DeskError('not_found', `There is no archive ${name}.`, { subject: { kind: 'archive', name } });
}
