import { userOperations } from '@/lib/domain/api/canvus-users';
import type { Call } from '@/lib/domain/call';
import { deskPermissions } from '@/lib/domain/desk-permissions';
import type { User } from '@/lib/domain/person';
import { route, type RestReply, type RestRoute } from '@/lib/http/rest/rest-route';
import { requireDeskPermission } from '@/lib/services/access/require-permission';
import { approvePerson } from '@/lib/services/people/approve-person';
import { blockPerson } from '@/lib/services/people/block-person';
import { createUser } from '@/lib/services/people/create-user';
import { editPerson } from '@/lib/services/people/edit-person';
import { personByNumber } from '@/lib/services/people/person-by-number';
import { removePerson } from '@/lib/services/people/remove-person';
import { setPassword } from '@/lib/services/people/set-password';
import { unblockPerson } from '@/lib/services/people/unblock-person';
import { listUsers, readUser } from '@/lib/services/people/users';
import { isBlocked, userReply } from './user-reply';

const { managePeople } = deskPermissions;

/** Users: `/api/v1/users`. */
export function userRoutes(): RestRoute[] {
  return [
    route(userOperations.list, async (call) => ok((await listUsers(call)).map(userReply))),
    route(userOperations.read, async (call, { path }) => userAnswer(call, path.id)),
    route(userOperations.create, async (call, { body }) => {
      const { name, email, password, admin: isAdministrator = false, approved = true, blocked } = body;
      const state = approved ? (blocked === true ? 'blocked' : 'active') : 'waiting';
      return ok(userReply(await createUser(call, { name, email, password, isAdministrator, state })));
    }),
    route(userOperations.edit, async (call, { path, body }) => {
      const personId = await personByNumber(call, path.id, managePeople);
      const { name, email, admin: isAdministrator } = body;
      await editPerson(call, { personId, name, email, isAdministrator });
      return editedAnswer(call, personId);
    }),
    route(userOperations.remove, async (call, { path }) => {
      await removePerson(call, { personId: await personByNumber(call, path.id, managePeople) });
      return ok(null);
    }),
    route(userOperations.block, (call, { path }) =>
      changed(call, path.id, (user) => !isBlocked(user) && user.approvedAt !== null, blockPerson),
    ),
    route(userOperations.unblock, (call, { path }) => changed(call, path.id, isBlocked, unblockPerson)),
    route(userOperations.approve, (call, { path }) =>
      changed(call, path.id, (user) => user.approvedAt === null, approvePerson),
    ),
    route(userOperations.setPassword, async (call, { path, body }) => {
      const personId = await personByNumber(call, path.id, managePeople);
      await setPassword(call, { personId, password: body.password, currentPassword: body.current_password });
      return editedAnswer(call, personId);
    }),
  ];
}

function ok(body: unknown): RestReply {
  return { status: 200, body };
}

async function userAnswer(call: Call, number: number): Promise<RestReply> {
  return ok(userReply(await readUser(call, { number })));
}

async function editedAnswer(call: Call, id: string): Promise<RestReply> {
  return ok(userReply(await readUser(call, { id })));
}

/** What is so already is no mistake in this API: a client may say it twice. */
async function changed(
  call: Call,
  number: number,
  isDue: (user: User) => boolean,
  change: (call: Call, input: { personId: string; version: number }) => Promise<unknown>,
): Promise<RestReply> {
  await requireDeskPermission(call, managePeople);
  const user = await readUser(call, { number });
  if (isDue(user)) await change(call, { personId: user.id, version: user.version });
  return userAnswer(call, number);
}
