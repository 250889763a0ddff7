import { fileDigest } from '@/lib/crypto/file-digest';
import { randomId } from '@/lib/crypto/random-id';
import { countArchives, findArchive, insertArchive } from '@/lib/db/archives';
import type { Call } from '@/lib/domain/call';
import { DeskError } from '@/lib/domain/errors';
import { parseInput } from '@/lib/domain/parse-input';
import { maxArchivesInProject, uploadArchiveSchema, type Archive } from '@/lib/domain/platform/archive';
import { changeEnvironment } from '@/lib/services/platform/environments/change-environment';
import { ownerIdOf } from '@/lib/services/platform/owner-id-of';

/**
 * Uploads an archive into the project of an environment. An archive is never replaced, so that what is deployed stays
 * what it was: throws conflict when the name is taken or the project is full.
 */
export async function uploadArchive(call: Call, input: unknown): Promise<Archive> {
  const { envName, destPath: name, file } = parseInput(uploadArchiveSchema, input);
  return changeEnvironment(call, 'environment.file.Upload', envName, async ({ tx, environment, record }) => {
    const { projectKey } = environment;
    if ((await findArchive(tx, projectKey, name)) !== null) {
      const message = `There is an archive ${name} already.`;
      throw new DeskError('conflict', message, { issues: [{ path: 'destPath', message }] });
    }
    if ((await countArchives(tx, projectKey)) >= maxArchivesInProject) {
      throw new DeskError('conflict', `A project holds at most ${maxArchivesInProject} archives.`);
    }
    const facts = { id: randomId(), name, projectKey, sizeBytes: file.length, sha256: fileDigest(file) };
    const archive = { ...facts, ownerId: ownerIdOf(call), createdAt: call.now };
    await insertArchive(tx, archive, new Uint8Array(file));
    await record('archive.uploaded', { archive: name, sizeBytes: archive.sizeBytes, sha256: archive.sha256 });
    return archive;
  });
}
