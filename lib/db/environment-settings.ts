import { reading } from './client';
import type { Transaction } from './transaction';

/** Variables and properties are kept alike: names with values, per environment. */
export type SettingKind = 'variable' | 'property';

/** All of one kind, by name. */
export async function findSettings(
  kind: SettingKind,
  environmentId: string,
  tx?: Transaction,
): Promise<Map<string, string>> {
  const client = tx ?? (await reading());
  const query = { where: { environmentId }, orderBy: { name: 'asc' } } as const;
  const rows =
    kind === 'variable'
      ? await client.environmentVariable.findMany(query)
      : await client.environmentProperty.findMany(query);
  return new Map(rows.map((row) => [row.name, row.value]));
}

/** Replaces all of one kind with `settings`. */
export async function replaceSettings(
  tx: Transaction,
  kind: SettingKind,
  environmentId: string,
  settings: ReadonlyMap<string, string>,
): Promise<void> {
  const data = [...settings].map(([name, value]) => ({ environmentId, name, value }));
  if (kind === 'variable') {
    await tx.environmentVariable.deleteMany({ where: { environmentId } });
    await tx.environmentVariable.createMany({ data });
  } else {
    await tx.environmentProperty.deleteMany({ where: { environmentId } });
    await tx.environmentProperty.createMany({ data });
  }
}
