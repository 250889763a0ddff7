import { changePerson, findPerson } from '@/lib/db/people';
import { replaceRoles, rolesOf } from '@/lib/db/roles';
import { transaction, type Transaction } from '@/lib/db/transaction';
import { administratorRole, memberRole } from '@/lib/domain/built-in-roles';
import type { Call } from '@/lib/domain/call';
import { globalContext } from '@/lib/domain/context';
import { deskPermissions } from '@/lib/domain/desk-permissions';
import { DeskError } from '@/lib/domain/errors';
import { parseInput } from '@/lib/domain/parse-input';
import type { RoleHeld } from '@/lib/domain/person';
import { editPersonSchema, type EditPersonInput } from '@/lib/domain/person-change-input';
import { requireDeskPermission } from '@/lib/services/access/require-permission';
import { requireAssignable } from '@/lib/services/roles/require-assignable';
import { isOneself } from './person-by-number';
import { requireAdministratorLeft } from './require-administrator-left';
import { requirePersonAt, stalePerson } from './require-person-at';
import { requireProof } from './require-proof';

const administrator: RoleHeld = { role: administratorRole, context: globalContext };
const member: RoleHeld = { role: memberRole, context: globalContext };

/**
 * Changes a person's name or email, or whether they are Administrator. One's own name is everyone's to change; the rest
 * needs desk.people.Manage. A new email takes to hold all that they do: it is what they sign in by. Throws not_found,
 * stale_version, conflict (email taken), wrong_state for the last administrator.
 */
export async function editPerson(call: Call, input: EditPersonInput): Promise<void> {
  const { personId, version, proof, name, email, isAdministrator } = parseInput(editPersonSchema, input);
  const isOwnName = isOneself(call, personId) && email === undefined && isAdministrator === undefined;
  const requireMay = async (tx?: Transaction) => {
    if (!isOwnName || isLimited(call)) await requireDeskPermission(call, deskPermissions.managePeople, tx);
  };
  await requireMay();
  await requireProof(call, proof);
  await transaction(call, async (tx, record) => {
    await requireMay(tx);
    const person = await requirePersonAt(call, tx, { personId, version });
    const before = await rolesOf(tx, personId);
    if (email !== undefined && email !== person.email) {
      await requireAssignable(call, tx, before);
      await requireFree(tx, email);
    }
    const after = rolesWith(before, isAdministrator);
    await requireAssignable(
      call,
      tx,
      after.filter((each) => !before.includes(each)),
    );
    const change = { name: name ?? person.name, email: email ?? person.email };
    if (!(await changePerson(tx, personId, person.version, change))) throw stalePerson(person.version);
    const subject = { subjectKind: 'person', subjectId: personId, ownerId: personId } as const;
    if (change.name !== person.name || change.email !== person.email) {
      const former = { nameBefore: person.name, emailBefore: person.email };
      await record({ action: 'person.changed', ...subject, data: { ...change, ...former } });
    }
    if (after === before) return;
    await replaceRoles(tx, personId, after);
    await requireAdministratorLeft(tx);
    const added = after.filter((each) => !before.includes(each));
    const removed = before.filter((each) => !after.includes(each));
    const data = { name: change.name, added, removed, before, after };
    await record({ action: 'person.roles-changed', ...subject, data });
  });
}

function isLimited({ actor }: Call): boolean {
  return actor.kind === 'token' && actor.power.kind === 'limited';
}

async function requireFree(tx: Transaction, email: string): Promise<void> {
  if ((await findPerson({ email }, tx)) === null) return;
  const message = 'Someone with this email is here already.';
  throw new DeskError('conflict', message, { issues: [{ path: 'email', message }] });
}

/** The same list when nothing changes. Who is no Administrator any more and holds nothing else stays a Member. */
function rolesWith(before: RoleHeld[], isAdministrator: boolean | undefined): RoleHeld[] {
  const isNow = before.some(isTheRole);
  if (isAdministrator === undefined || isAdministrator === isNow) return before;
  if (isAdministrator) return [...before, administrator];
  const rest = before.filter((each) => !isTheRole(each));
  return rest.length === 0 ? [member] : rest;
}

function isTheRole({ role, context }: RoleHeld): boolean {
  return role === administrator.role && context === administrator.context;
}
