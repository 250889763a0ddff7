import { reading } from './client';
import type { Transaction } from './transaction';

/** The ids of a person's favourite apps. */
export async function findFavorites(personId: string, tx?: Transaction): Promise<Set<string>> {
  const client = tx ?? (await reading());
  const rows = await client.favorite.findMany({ where: { personId }, select: { appId: true } });
  return new Set(rows.map((row) => row.appId));
}

export async function insertFavorite(tx: Transaction, personId: string, appId: string): Promise<void> {
  await tx.favorite.create({ data: { personId, appId } });
}

export async function deleteFavorite(tx: Transaction, personId: string, appId: string): Promise<void> {
  await tx.favorite.delete({ where: { personId_appId: { personId, appId } } });
}

/** Notes which app made an environment, and for whom. */
export async function insertInstallation(
  tx: Transaction,
  installation: {
    id: string;
    appId: string;
    environmentId: string;
    installedAt: Date;
    installedById: string;
  },
): Promise<void> {
  await tx.installation.create({ data: installation });
}
