import { findRoles, type RoleRecord } from '@/lib/db/roles';
import type { Transaction } from '@/lib/db/transaction';
import { DeskError } from '@/lib/domain/errors';

/** A role by its key. Throws not_found. */
export async function requireRole(key: string, tx?: Transaction): Promise<RoleRecord> {
  const role = (await findRoles(tx)).find((each) => each.key === key);
  if (role !== undefined) return role;
  throw new DeskError('not_found', `There is no role ${key}.`, { subject: { kind: 'role', name: key } });
}

/**
 * A role that may be changed, still at the version that was seen. Throws not_found, wrong_state for a built-in one,
 * stale_version.
 */
export async function requireOwnRole(key: string, version: number, tx: Transaction): Promise<RoleRecord> {
  const role = await requireRole(key, tx);
  if (role.isBuiltIn) {
    const message = `${role.name} is built in: it comes with the desk and is the same on every desk. Create a role of your own instead.`;
    throw new DeskError('wrong_state', message, { state: 'built_in' });
  }
  if (role.version !== version) throw staleRole(role.version);
  return role;
}

/** Someone changed the role since the form was opened. */
export function staleRole(currentVersion: number): DeskError {
  return new DeskError('stale_version', 'This role was changed in the meantime. Look again, then decide.', {
    currentVersion,
  });
}

/** Refuses a key or a name that another role has (conflict, at the field). */
export async function requireFreeNames(
  tx: Transaction,
  wanted: { key: string | null; name: string },
  exceptId: string | null,
): Promise<void> {
  const others = (await findRoles(tx)).filter((role) => role.id !== exceptId);
  const taken = (path: string, message: string) =>
    new DeskError('conflict', message, { issues: [{ path, message }] });
  if (others.some((role) => role.key === wanted.key))
    throw taken('key', `There is a role with the key ${wanted.key ?? ''} already.`);
  const name = wanted.name.toLocaleLowerCase('en');
  if (others.some((role) => role.name.toLocaleLowerCase('en') === name))
    throw taken('name', `There is a role ${wanted.name} already.`);
}
