import type { PersonRow } from '@/lib/domain/person';

/** The rows, each replaced by its changed one while that is the newer; people the rows do not know yet stand in by name. */
export function withChanged(rows: readonly PersonRow[], changed: readonly PersonRow[]): PersonRow[] {
  const newer = new Map(changed.map((person) => [person.id, person]));
  const replaced = rows.map((row) => {
    const other = newer.get(row.id);
    newer.delete(row.id);
    return other !== undefined && other.version > row.version ? other : row;
  });
  if (newer.size === 0) return replaced;
  return [...replaced, ...newer.values()].sort((one, other) => one.name.localeCompare(other.name));
}
