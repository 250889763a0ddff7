import { z } from 'zod';
import { emailSchema } from '@/lib/domain/person-input';
import { newPasswordSchema } from '@/lib/domain/password-rules';
import { plainTextSchema } from '@/lib/domain/text';
import { apiOperation, nothing } from './api-operation';
import { canvusBody, canvusReplies, nothingSchema, userPath } from './canvus-parts';

export const canvusUserSchema = z
  .strictObject({
    admin: z.boolean().describe('Administrator of the desk.'),
    approved: z.boolean().describe('False while the user waits for approval.'),
    blocked: z.boolean().describe('True while the user is kept out.'),
    created_at: z.string().describe('UTC, with Z.').meta({ example: '2021-07-02T06:38:37.141Z' }),
    email: z.string().describe('What the user signs in by.').meta({ example: 'alice@example.com' }),
    id: z.int().describe('The number of the user.').meta({ example: 1002 }),
    last_login: z.string().describe('UTC, with Z; empty when there was none.').meta({ example: '' }),
    name: z.string().describe('The name.').meta({ example: 'Alice' }),
    state: z.literal('normal').describe('Always normal: a removed user is not shown.'),
  })
  .meta({ id: 'CanvusUser' });

const managePeople = { credential: 'token', permission: 'desk.people.Manage' } as const;
const users = { api: 'canvus', query: nothing } as const;
const one = { ...users, ...managePeople, pathParameters: userPath } as const;

const name = plainTextSchema('The name', 120).describe('The name.').meta({ example: 'Alice' });
const email = emailSchema.describe('What the user signs in by.').meta({ example: 'alice@example.com' });
const password = newPasswordSchema
  .describe('At least 15 characters; a few words in a row are fine.')
  .meta({ example: 'four brown otters asleep' });
const flag = (sentence: string) =>
  z.boolean({ error: 'That is true or false.' }).optional().describe(sentence);

const listUsersOperation = apiOperation({
  ...users,
  ...managePeople,
  id: 'canvus.listUsers',
  method: 'GET',
  path: '/api/v1/users',
  summary: 'List users',
  description: 'Everyone, by number. For administrators.',
  pathParameters: nothing,
  body: null,
  replies: canvusReplies('The users.', z.array(canvusUserSchema), [401, 403]),
});

const readUserOperation = apiOperation({
  ...users,
  id: 'canvus.readUser',
  method: 'GET',
  path: '/api/v1/users/{id}',
  summary: 'Single user',
  description: 'Oneself; anyone for administrators.',
  credential: 'token',
  permission: 'users.account.GetUserInfo',
  pathParameters: userPath,
  body: null,
  replies: canvusReplies('The user.', canvusUserSchema, [400, 401, 403, 404]),
});

const createUserOperation = apiOperation({
  ...users,
  ...managePeople,
  id: 'canvus.createUser',
  method: 'POST',
  path: '/api/v1/users',
  summary: 'Create user',
  description:
    'A new user with the role Administrator, or Member. Without a password nobody can sign in until one is set.',
  pathParameters: nothing,
  body: canvusBody({
    email,
    name,
    password: password.optional(),
    admin: flag('Makes an Administrator. Needs a credential that holds all that one does.'),
    approved: flag('False: the user waits for approval.'),
    blocked: flag('True: the user is kept out from the beginning.'),
  }).refine((body) => body.approved !== false || body.blocked !== true, {
    error: 'A user who waits for approval is not blocked as well.',
    path: ['blocked'],
  }),
  replies: canvusReplies('The user.', canvusUserSchema, [400, 401, 403, 409]),
});

/** What has a call of its own is refused here rather than overlooked. */
const elsewhere = (call: string) =>
  z
    .never({ error: `Use POST /users/:id/${call}.` })
    .optional()
    .describe(`Refused: use POST /users/:id/${call}.`);

const editUserOperation = apiOperation({
  ...one,
  id: 'canvus.editUser',
  method: 'PATCH',
  path: '/api/v1/users/{id}',
  summary: 'Change user',
  description:
    'What is left out stays. One’s own name is everyone’s to change, the rest is for administrators.',
  body: canvusBody({
    name: name.optional(),
    email: email.optional(),
    admin: flag('Gives or takes the Administrator role.'),
    approved: elsewhere('approve'),
    blocked: elsewhere('block'),
    password: elsewhere('password'),
  }),
  replies: canvusReplies('The user as they are now.', canvusUserSchema, [400, 401, 403, 404, 409]),
});

const deleteUserOperation = apiOperation({
  ...one,
  id: 'canvus.deleteUser',
  method: 'DELETE',
  path: '/api/v1/users/{id}',
  summary: 'Delete user',
  description: 'Sessions end, tokens are revoked, the email is free again. The last Administrator stays.',
  body: null,
  replies: canvusReplies('They are gone.', nothingSchema, [400, 401, 403, 404, 409]),
});

const change = (verb: 'block' | 'unblock' | 'approve', summary: string, description: string) =>
  apiOperation({
    ...one,
    id: `canvus.${verb}User`,
    method: 'POST',
    path: `/api/v1/users/{id}/${verb}`,
    summary,
    description,
    body: null,
    replies: canvusReplies('The user as they are now.', canvusUserSchema, [400, 401, 403, 404, 409]),
  });

const blockUserOperation = change(
  'block',
  'Block user',
  'Sessions end, tokens and open streams are refused at once. Silent for one who is blocked already.',
);
const unblockUserOperation = change(
  'unblock',
  'Unblock user',
  'Tokens work again, sessions stay ended. Silent for one who is not blocked.',
);
const approveUserOperation = change(
  'approve',
  'Approve user',
  'Lets in one who waits for approval. Silent for one who was approved before.',
);

const setPasswordOperation = apiOperation({
  ...users,
  id: 'canvus.setPassword',
  method: 'POST',
  path: '/api/v1/users/{id}/password',
  summary: 'Change password',
  description:
    'One’s own takes the current password; someone else’s an administrator who holds all that they do. Never a limited token. The other sessions of the user end.',
  credential: 'token',
  permission: null,
  pathParameters: userPath,
  body: canvusBody({
    password,
    current_password: z
      .string({ error: 'The current password is a text.' })
      .min(1, { error: 'The current password is empty.' })
      .max(1_024, { error: 'The current password is too long.' })
      .optional()
      .describe('The password of now: for one’s own.')
      .meta({ example: 'three grey herons at dusk' }),
  }),
  replies: canvusReplies('The user.', canvusUserSchema, [400, 401, 403, 404, 409, 429, 503]),
});

/** Every call about users, in the order of the reference. */
export const userOperations = {
  list: listUsersOperation,
  read: readUserOperation,
  create: createUserOperation,
  edit: editUserOperation,
  remove: deleteUserOperation,
  block: blockUserOperation,
  unblock: unblockUserOperation,
  approve: approveUserOperation,
  setPassword: setPasswordOperation,
};
