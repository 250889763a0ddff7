import { reading } from './client';
import type { Transaction } from './transaction';

export interface ProjectRecord {
  id: string;
  key: string;
  name: string;
  createdAt: Date;
  /** Rises with every change (If-Match). */
  version: number;
}

/** Every project, by key. */
export async function findProjects(tx?: Transaction): Promise<ProjectRecord[]> {
  return (tx ?? (await reading())).project.findMany({ orderBy: { key: 'asc' } });
}

/** A project by its key; null when there is none. */
export async function findProject(key: string, tx?: Transaction): Promise<ProjectRecord | null> {
  return (tx ?? (await reading())).project.findUnique({ where: { key } });
}

/** Adds a project. The caller has checked that the key is free. */
export async function insertProject(tx: Transaction, project: Omit<ProjectRecord, 'version'>): Promise<void> {
  await tx.project.create({ data: project });
}

/** Names a project anew when its version is still `version`, and raises it; false when someone was quicker. */
export async function renameProject(
  tx: Transaction,
  { id, version, name }: Pick<ProjectRecord, 'id' | 'version' | 'name'>,
): Promise<boolean> {
  const { count } = await tx.project.updateMany({
    where: { id, version },
    data: { name, version: { increment: 1 } },
  });
  return count === 1;
}
