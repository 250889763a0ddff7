import type { Archive } from '@/lib/domain/platform/archive';
import { reading } from './client';
import type { Transaction } from './transaction';

// Everything but the content, which nothing reads back yet and which may be 32 MB.
const columns = {
  id: true,
  name: true,
  projectKey: true,
  ownerId: true,
  sizeBytes: true,
  sha256: true,
  createdAt: true,
} as const;

/** The archives of a project, by name. */
export async function findArchives(projectKey: string): Promise<Archive[]> {
  return (await reading()).archive.findMany({
    where: { projectKey },
    select: columns,
    orderBy: { name: 'asc' },
  });
}

/** An archive of a project by name; null when there is none. */
export async function findArchive(
  tx: Transaction,
  projectKey: string,
  name: string,
): Promise<Archive | null> {
  return tx.archive.findFirst({ where: { projectKey, name }, select: columns });
}

export async function countArchives(tx: Transaction, projectKey: string): Promise<number> {
  return tx.archive.count({ where: { projectKey } });
}

export async function insertArchive(
  tx: Transaction,
  archive: Archive,
  content: Uint8Array<ArrayBuffer>,
): Promise<void> {
  await tx.archive.create({ data: { ...archive, content }, select: { id: true } });
}

export async function deleteArchiveRow(tx: Transaction, id: string): Promise<void> {
  await tx.archive.delete({ where: { id }, select: { id: true } });
}
