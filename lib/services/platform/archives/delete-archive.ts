import { deleteArchiveRow } from '@/lib/db/archives';
import { findEnvironmentsUsing } from '@/lib/db/deployments';
import type { Call } from '@/lib/domain/call';
import { DeskError } from '@/lib/domain/errors';
import { parseInput } from '@/lib/domain/parse-input';
import { deleteArchiveSchema } from '@/lib/domain/platform/archive';
import { changeEnvironment } from '@/lib/services/platform/environments/change-environment';
import { requireArchive } from './require-archive';

/** Deletes an archive of an environment's project. Throws not_found, or conflict while it is deployed somewhere. */
export async function deleteArchive(call: Call, input: unknown): Promise<void> {
  const { envName, path: name } = parseInput(deleteArchiveSchema, input);
  await changeEnvironment(call, 'environment.file.Delete', envName, async ({ tx, environment, record }) => {
    const archive = await requireArchive(tx, environment.projectKey, name);
    const usedBy = await findEnvironmentsUsing(tx, archive.id);
    if (usedBy.length > 0) {
      const message = `The archive ${name} is deployed in ${usedBy.join(', ')}.`;
      throw new DeskError('conflict', message, { issues: [{ path: 'path', message }] });
    }
    await deleteArchiveRow(tx, archive.id);
    await record('archive.deleted', { archive: name });
  });
}
