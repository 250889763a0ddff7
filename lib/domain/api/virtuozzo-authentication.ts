import { z } from 'zod';
import type { ApiOperation } from './api-operation';
import { envelopeOperation } from './virtuozzo-envelope';

const tokenNumber = z.int().positive().describe('The number of the token.').meta({ example: 4 });
const methodItem = z
  .object({
    id: z.int().positive().describe('The place of the method in the catalog.').meta({ example: 6 }),
    method: z.string().describe('Its name.').meta({ example: 'environment.control.StopEnv' }),
    isSafe: z.boolean().describe('It changes nothing.'),
    isCollaborationAccessible: z.boolean().describe('It acts within a project.'),
  })
  .meta({ id: 'VirtuozzoMethod', description: 'A method that a token can hold.' });
const methodItems = z.array(methodItem).describe('The methods, each once, in the order of the catalog.');
const template = z
  .object({
    id: z.int().nonnegative().describe('1, 2, … as GetTokenTemplates has them; 0 is full access.'),
    name: z.string().describe('The name of the permission set.').meta({ example: 'IDE Plugins' }),
  })
  .describe('The permission set that the token follows; absent for Custom.');
const wireTime = z.string().regex(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/);
const token = z
  .object({
    id: tokenNumber,
    description: z.string().describe('What the token is for.').meta({ example: 'nightly backup' }),
    expiresAt: wireTime
      .optional()
      .describe('The UTC time from which it is refused; absent when it never ends.')
      .meta({ example: '2026-12-24 18:00:00' }),
    lastUsed: wireTime.optional().describe('The UTC time of its last use; absent when it was never used.'),
    isSystem: z.literal(false).describe('Always false: every token belongs to a person.'),
    tokenTemplate: template.optional(),
    apiListItems: methodItems,
  })
  .meta({
    id: 'VirtuozzoToken',
    description: 'A token. Its key is answered only where it was made.',
  });
const key = z.string().describe('The value of the token, shown this once.').meta({ example: 'td_pat_…' });
const withKey = z.object({ token: token.extend({ key }).describe('The token with its key.') });

const password = z
  .string()
  .optional()
  .describe('The password of the owner: checked where it is given, needed where the desk demands it.');
const description = z.string().describe('What the token is for: 1–255 characters.');
const what = {
  tokenTemplate: z
    .string()
    .optional()
    .describe('A permission set by name or id; Full Access for all that the owner holds. Else apiList.')
    .meta({ example: 'IDE Plugins' }),
  apiList: z
    .string()
    .optional()
    .describe(
      'Methods: a JSON array, a comma list, a Python list with single quotes, or the parameter repeated. ' +
        '`env.` stands for `environment.`, any case is read, unknown names are refused by name.',
    )
    .meta({ example: 'environment.control.GetEnvInfo,environment.control.StopEnv' }),
};
const expiresAt = z
  .string()
  .optional()
  .describe('UTC `yyyy-MM-dd HH:mm:ss`; a day `yyyy-MM-dd` is valid through that day; `never`.')
  .meta({ example: '2026-12-24 18:00:00' });
const ids = z
  .string()
  .describe('Numbers of tokens: `1;4;6`, `1,4`, or `*` for all. At most 1,000.')
  .meta({ example: '1;4;6' });
const none = z.object({});

const named = (method: string) => `users.authentication.${method}`;
const held = (method: string) => ({ code: named(method), permission: named(method) });

/** users.authentication: tokens and sessions, served whether the sample platform is on or off. */
export const virtuozzoAuthentication: readonly ApiOperation[] = [
  envelopeOperation({
    ...held('GetTokens'),
    summary: 'List the owner’s tokens',
    description: 'Newest first, at most 1,000; `totalCount` says when there are more, and `ids` names them.',
    body: z.object({ ids: ids.optional() }),
    reply: z.object({
      apiTokens: z.array(token).describe('The tokens.'),
      totalCount: z.int().optional().describe('How many there are, when not all are listed.'),
    }),
  }),
  envelopeOperation({
    ...held('GetTokenTemplates'),
    summary: 'List the permission sets',
    body: none,
    reply: z.object({
      templates: z
        .array(template.extend({ apiListItems: methodItems }).describe('A permission set.'))
        .describe('The permission sets.'),
    }),
  }),
  envelopeOperation({
    ...held('GetTokenApiList'),
    summary: 'List the methods that a token can hold',
    body: z.object({
      search: z.string().optional().describe('A part of the name.').meta({ example: 'deploy' }),
      showPrivate: z
        .string()
        .optional()
        .describe('`true` adds the administration of the desk.')
        .meta({ example: 'true' }),
    }),
    reply: z.object({ tokenPermissions: methodItems }),
  }),
  envelopeOperation({
    ...held('CreateToken'),
    summary: 'Generate a token',
    description:
      'Takes tokenTemplate or apiList. Permissions are held everywhere where their maker holds them everywhere, else in ' +
      'each project where the maker does. No token makes one that is stronger than itself.',
    body: z.object({ description, password, ...what, expiresAt }),
    reply: withKey,
  }),
  envelopeOperation({
    ...held('EditToken'),
    summary: 'Change a token',
    description:
      'What is left out stays. Naming methods never carries a token into a project where it held nothing.',
    body: z.object({
      id: z.string().describe('The number of the token.').meta({ example: '4' }),
      description: description.optional(),
      password,
      ...what,
      expiresAt,
    }),
    reply: z.object({ token }),
  }),
  envelopeOperation({
    ...held('RegenerateToken'),
    summary: 'Give a token a new value',
    description: 'The old value is dead when the answer comes.',
    body: z.object({
      id: z
        .string()
        .optional()
        .describe('The number of the token; needed unless `ids` names it.')
        .meta({ example: '4' }),
      ids: z.string().optional().describe('The same: a client calls it so.').meta({ example: '4' }),
      password,
      expiresAt,
    }),
    reply: withKey,
  }),
  envelopeOperation({
    ...held('DeleteTokens'),
    summary: 'Remove tokens, all or none',
    body: z.object({ ids, password }),
    reply: none,
  }),
  envelopeOperation({
    code: named('Signin'),
    permission: null,
    credential: 'none',
    summary: 'Sign in for a session of a day',
    body: z.object({
      login: z.string().describe('The email of the person.').meta({ example: 'noor@example.org' }),
      password: z.string().describe('The password.'),
    }),
    reply: z.object({
      session: z
        .string()
        .describe('What to present from now on, as `session` or in a header.')
        .meta({ example: 'td_ses_…' }),
      uid: z.int().describe('The number of the person.').meta({ example: 1000 }),
      email: z.string().describe('Their email.'),
      name: z.string().describe('Their name.'),
      status: z.literal(1).describe('1: active.'),
    }),
  }),
  envelopeOperation({
    code: named('Signout'),
    permission: null,
    summary: 'End the session that is presented',
    description: 'For sessions: a token is refused with 8202.',
    body: none,
    reply: none,
  }),
  envelopeOperation({
    code: named('CheckPassword'),
    permission: null,
    summary: 'Check the password of the session’s person',
    description: 'For sessions: a token is refused with 8202. Wrong passwords count.',
    body: z.object({ password: z.string().describe('The password.') }),
    reply: none,
  }),
];
