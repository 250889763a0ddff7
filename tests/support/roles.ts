import type { PersonRow, RoleHeld } from '@/lib/domain/person';
import type { RoleRow } from '@/lib/domain/role-view';
import { systemCall } from './desk';

let made = 0;

/** A role of one's own, made through the verbs. The word makes its key and its name. */
export async function roleFixture(word: string, patterns: readonly string[]): Promise<RoleRow> {
  const { createRole } = await import('@/lib/services/roles/create-role');
  const { listRoleRows } = await import('@/lib/services/roles/list-role-rows');
  made += 1;
  const key = `${word}-${made}`;
  const fields = { key, name: `The ${word} ${made}`, summary: `A ${word} for tests` };
  await createRole(systemCall(), { ...fields, patterns: [...patterns] });
  const row = (await listRoleRows(systemCall())).find((each) => each.key === key);
  if (row === undefined) throw new Error(`The role ${key} is not there.`);
  return row;
}

/** Lets a person hold exactly this role, and `others`. Answers the person as they are then. */
export async function giveRole(
  { id: personId, version }: Pick<PersonRow, 'id' | 'version'>,
  role: string,
  context: string,
  others: readonly RoleHeld[] = [],
): Promise<PersonRow> {
  const { changeRoles } = await import('@/lib/services/people/change-roles');
  return changeRoles(systemCall(), { personId, version, roles: [{ role, context }, ...others] });
}
