import { reading } from './client';
import type { Transaction } from './transaction';

export interface ProjectRecord {
  id: string;
  key: string;
  name: string;
  createdAt: Date;
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
export async function insertProject(tx: Transaction, project: ProjectRecord): Promise<void> {
  await tx.project.create({ data: project });
}
