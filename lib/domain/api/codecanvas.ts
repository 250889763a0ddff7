import { z } from 'zod';
import { parseProfile } from '@/lib/domain/profile-reference';
import { apiOperation, nothing } from './api-operation';
import { codecanvasReplies, profileParameter, profileSchema, selecting } from './codecanvas-parts';

const permissionsSchema = z
  .object({
    rights: z
      .array(
        z
          .object({
            code: z.string().meta({ example: 'environment.control.StopEnv' }),
            title: z.string().meta({ example: 'Stop a running environment' }),
            targetType: z.enum(['global', 'project']).describe('What kind of context it is asked in.'),
          })
          .partial(),
      )
      .describe('Every permission, in order.'),
    rightsGroups: z
      .array(
        z
          .object({
            title: z.string().meta({ example: 'environment.control' }),
            priority: z.number().int().describe('Rises in the order of the groups.'),
            rights: z.array(z.string()).describe('Codes.'),
          })
          .partial(),
      )
      .describe('The permissions of one component are a group.'),
    deps: z
      .array(
        z
          .object({
            right: z.string().meta({ example: 'environment.control.StopEnv' }),
            dependsOn: z.array(z.string()).meta({ example: ['environment.control.GetEnvs'] }),
          })
          .partial(),
      )
      .describe(
        'What changes or destroys is of little use without seeing what there is: it depends on the first reading permission of its component. Advice; nothing refuses one without the other.',
      ),
  })
  .partial()
  .meta({ id: 'CodeCanvasPermissions' });

const principalSchema = z
  .string()
  .transform((text, context) => {
    const isSelf = text === 'application:me' || text === 'profile:me';
    const reference = parseProfile(isSelf ? 'me' : text.replace(/^profile:/, ''));
    if (reference !== null) return reference;
    context.addIssue({
      code: 'custom',
      message: 'A principal is profile:me, profile:id:… or profile:username:….',
    });
    return z.NEVER;
  })
  .default({ by: 'me' })
  .describe(
    'Who: `profile:me` for the credential that asks; administrators may name `profile:id:…` and `profile:username:…`.',
  )
  .meta({ example: 'profile:me' });

const targetSchema = z
  .union(
    [
      z.string(),
      z.object({ className: z.literal('GlobalPermissionTarget') }).transform(() => 'global'),
      z
        .object({ className: z.literal('ProjectPermissionTarget'), project: z.string() })
        .transform(({ project }) => `project:${project}`),
    ],
    { error: 'A target is global, project:key:KEY or project:id:ID, or an object with its className.' },
  )
  .describe(
    'Where: `global`, `project:key:KEY`, `project:id:ID`, or an object: `{"className":"GlobalPermissionTarget"}`, `{"className":"ProjectPermissionTarget","project":"key:KEY"}`.',
  )
  .meta({ example: 'project:key:shop' });

const checkBody = z
  .strictObject(
    {
      principal: principalSchema,
      uniqueRightCode: z
        .string({ error: 'The uniqueRightCode is missing.' })
        .max(160)
        .describe('The permission. One that there is not is held by nobody.')
        .meta({ example: 'environment.control.StopEnv' }),
      target: targetSchema,
    },
    { error: 'The body is a JSON object.' },
  )
  .meta({ id: 'CodeCanvasCheckPermission' });

const usual = { api: 'codecanvas', credential: 'token' } as const;

/** Profiles and permissions: the rest of `/api/http` (04-wire §3). */
export const codecanvasApi = {
  readProfile: apiOperation({
    id: 'codecanvas.readProfile',
    ...usual,
    method: 'GET',
    path: '/api/http/team-directory/profiles/{profile}',
    summary: 'Read a profile',
    description: 'Your own, or as an administrator anyone’s.',
    permission: 'users.account.GetUserInfo',
    pathParameters: z.object({ profile: profileParameter }),
    query: selecting,
    body: null,
    replies: codecanvasReplies('The profile.', profileSchema, [400, 401, 403, 404]),
  }),
  readPermissions: apiOperation({
    id: 'codecanvas.readPermissions',
    ...usual,
    method: 'GET',
    path: '/api/http/permissions',
    summary: 'Read all permissions',
    permission: null,
    pathParameters: nothing,
    query: selecting,
    body: null,
    replies: codecanvasReplies('Every permission.', permissionsSchema, [400, 401, 403]),
  }),
  checkPermission: apiOperation({
    id: 'codecanvas.checkPermission',
    ...usual,
    method: 'POST',
    path: '/api/http/permissions/check-permission',
    summary: 'Check a permission',
    description: 'Whether something may be done now, in a context.',
    permission: null,
    pathParameters: nothing,
    query: selecting,
    body: checkBody,
    replies: codecanvasReplies('True when it may.', z.boolean(), [400, 401, 403, 404]),
  }),
};
