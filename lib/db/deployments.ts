import type { Deployment } from '@/lib/domain/platform/archive';
import { reading } from './client';
import type { Transaction } from './transaction';

const columns = {
  id: true,
  path: true,
  deployedAt: true,
  archive: { select: { name: true, sizeBytes: true, sha256: true } },
} as const;

/** What is deployed in an environment, by path. */
export async function findDeployments(environmentId: string, tx?: Transaction): Promise<Deployment[]> {
  const client = tx ?? (await reading());
  const rows = await client.deployment.findMany({
    where: { environmentId },
    select: columns,
    orderBy: { path: 'asc' },
  });
  return rows.map(({ archive, ...row }) => ({
    ...row,
    archiveName: archive.name,
    sizeBytes: archive.sizeBytes,
    sha256: archive.sha256,
  }));
}

/** The names of the environments in which an archive is deployed. */
export async function findEnvironmentsUsing(tx: Transaction, archiveId: string): Promise<string[]> {
  const rows = await tx.deployment.findMany({
    where: { archiveId },
    select: { environment: { select: { name: true } } },
  });
  return [...new Set(rows.map((row) => row.environment.name))].sort();
}

/** Puts an archive under a path, in place of what stood there. */
export async function putDeployment(
  tx: Transaction,
  deployment: { id: string; environmentId: string; path: string; archiveId: string; deployedAt: Date },
): Promise<void> {
  const { environmentId, path, archiveId, deployedAt } = deployment;
  await tx.deployment.upsert({
    where: { environmentId_path: { environmentId, path } },
    create: deployment,
    update: { archiveId, deployedAt },
  });
}

export async function renameDeployment(tx: Transaction, id: string, path: string): Promise<void> {
  await tx.deployment.update({ where: { id }, data: { path } });
}

export async function deleteDeployment(tx: Transaction, id: string): Promise<void> {
  await tx.deployment.delete({ where: { id } });
}
