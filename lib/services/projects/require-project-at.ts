import { findProject, type ProjectRecord } from '@/lib/db/projects';
import type { Transaction } from '@/lib/db/transaction';
import { DeskError } from '@/lib/domain/errors';

/** A project still at the version that was seen. Throws not_found, stale_version. */
export async function requireProjectAt(
  key: string,
  version: number,
  tx: Transaction,
): Promise<ProjectRecord> {
  const project = await findProject(key, tx);
  if (project === null) throw noSuchProject(key);
  if (project.version !== version) throw staleProject(project.version);
  return project;
}

/** Only for whoever may know which projects there are. */
export function noSuchProject(key: string): DeskError {
  return new DeskError('not_found', `There is no project ${key}.`, {
    subject: { kind: 'project', name: key },
  });
}

/** Someone changed the project since the form was opened. */
export function staleProject(currentVersion: number): DeskError {
  return new DeskError(
    'stale_version',
    'This project was changed in the meantime. Look again, then decide.',
    {
      currentVersion,
    },
  );
}
