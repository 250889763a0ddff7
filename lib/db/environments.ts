import { globalContext, projectKeyOf, type Context } from '@/lib/domain/context';
import { environmentStatusSchema, type Environment } from '@/lib/domain/platform/environment';
import { reading } from './client';
import type { Environment as EnvironmentModel, Prisma } from './generated/sqlite/client';
import type { Transaction } from './transaction';

function toEnvironment(row: EnvironmentModel): Environment {
  return { ...row, status: environmentStatusSchema.parse(row.status) };
}

/** The part of the query that keeps environments outside the contexts out of sight (AZ-1). */
function within(contexts: readonly Context[]): Prisma.EnvironmentWhereInput {
  if (contexts.includes(globalContext)) return {};
  return { projectKey: { in: contexts.map(projectKeyOf).filter((key) => key !== null) } };
}

/** An environment by name, as far as it lies in one of the contexts; else null, whether it exists or not. */
export async function findEnvironment(
  name: string,
  contexts: readonly Context[],
  tx?: Transaction,
): Promise<Environment | null> {
  const row = await (tx ?? (await reading())).environment.findFirst({ where: { name, ...within(contexts) } });
  return row === null ? null : toEnvironment(row);
}

/** The environments that lie in one of the contexts, by project and name. */
export async function findEnvironments(contexts: readonly Context[]): Promise<Environment[]> {
  const rows = await (
    await reading()
  ).environment.findMany({
    where: within(contexts),
    orderBy: [{ projectKey: 'asc' }, { name: 'asc' }],
  });
  return rows.map(toEnvironment);
}

/** True when the name is taken, by any environment of any project: names are addresses. */
export async function isEnvironmentNameTaken(tx: Transaction, name: string): Promise<boolean> {
  return (await tx.environment.count({ where: { name } })) > 0;
}

/** How many environments a project holds. */
export async function countEnvironments(tx: Transaction, projectKey: string): Promise<number> {
  return tx.environment.count({ where: { projectKey } });
}

export async function insertEnvironment(tx: Transaction, environment: Environment): Promise<void> {
  await tx.environment.create({ data: environment });
}

/** Changes what is given; `changedAt` always. */
export async function updateEnvironment(
  tx: Transaction,
  id: string,
  change: Partial<Pick<Environment, 'status' | 'displayName' | 'projectKey'>> & { changedAt: Date },
): Promise<void> {
  await tx.environment.update({ where: { id }, data: change });
}

/** Deletes an environment with its variables, properties, endpoints, logs and deployments. */
export async function deleteEnvironmentRow(tx: Transaction, id: string): Promise<void> {
  await tx.environment.delete({ where: { id } });
}

/** How many environments each project holds, by its key. */
export async function countEnvironmentsByProject(): Promise<Map<string, number>> {
  const rows = await (await reading()).environment.groupBy({ by: ['projectKey'], _count: { _all: true } });
  return new Map(rows.map((row) => [row.projectKey, row._count._all]));
}
