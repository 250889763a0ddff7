import { z } from 'zod';
import { contextSchema } from '@/lib/domain/context';
import { accessSchema } from '@/lib/domain/grant';
import { plainTextSchema } from '@/lib/domain/text';
import { tokenFieldsSchema, tokenIdSchema } from '@/lib/domain/token-input';

/** An instant in UTC, as our own API writes and reads it. */
export const instantSchema = z.iso
  .datetime({ error: 'An instant is written as 2026-12-24T18:00:00.000Z.' })
  .meta({ example: '2026-12-24T18:00:00.000Z' });

const example = {
  token: 'q3VtA0m9T2q8pM1xWz4rKg',
  access: {
    kind: 'limited',
    entries: [{ context: 'project:shop', permissions: ['environment.control.StopEnv'] }],
  },
} as const;

export const tokenIdParameter = tokenIdSchema
  .describe('The id of a token: public, unrelated to its secret.')
  .meta({ example: example.token });

/** `full`, or per context a permission set by its name or permissions picked by hand. */
export const accessShape = accessSchema.meta({
  id: 'Access',
  description:
    'What a token may do. `full`: all that its owner may, as that changes. `limited`: per context either a permission set by its name, or permissions picked by hand.',
  example: example.access,
});

const addressExample = ['192.0.2.0/24', '2001:db8::/32'];

/** What its owner limits of a token, as it is shown. */
const limitMembers = {
  mayUseInUrls: z.boolean().describe('Whether it is taken from the address of a request.'),
  addresses: z
    .array(z.string())
    .describe('The addresses and ranges from which it is taken; none: from anywhere.')
    .meta({ example: addressExample }),
  notBefore: instantSchema
    .nullable()
    .describe('It is refused before this instant; null: it is taken at once.'),
  requestsPerMinute: z
    .int()
    .nullable()
    .describe('How many requests a minute are taken with it; null: no limit of its own.')
    .meta({ example: 120 }),
};

/** A token as our own API shows it. */
export const tokenShape = z
  .object({
    id: tokenIdParameter,
    version: z
      .int()
      .describe('Rises with every change; it is the ETag. Send it back as If-Match.')
      .meta({ example: 3 }),
    description: z.string().describe('What its owner calls it.').meta({ example: 'nightly backup' }),
    hint: z
      .string()
      .describe('How its secret begins and ends: all that the desk can show of it.')
      .meta({ example: 'td_pat_7HqV…oC6d' }),
    ownerId: z.string().describe('The person for whom it acts.'),
    access: accessShape,
    permissionSet: z
      .string()
      .nullable()
      .describe('The set, where every context holds the same one; else Custom; null for full access.'),
    contexts: z
      .array(z.string())
      .describe('Where it holds something.')
      .meta({ example: ['project:shop'] }),
    permissionCount: z.int().describe('How many permissions it holds, counted per context.'),
    withdrawnCount: z.int().describe('How many of them its owner no longer holds: they do not work.'),
    status: z
      .enum(['active', 'waiting', 'ending', 'narrowed', 'paused', 'expired'])
      .describe(
        'What matters most first: expired, paused, waiting for its first day, ending within ten days, narrowed, active.',
      ),
    isPaused: z.boolean().describe('While it is, the token is refused.'),
    ...limitMembers,
    createdAt: instantSchema.describe('When it was made.'),
    changedAt: instantSchema.describe('When it was changed last.'),
    expiresAt: instantSchema.nullable().describe('From this instant on it is refused; null: it never ends.'),
    lastUse: z
      .object({
        at: instantSchema,
        address: z.string().nullable().describe('From where.'),
        userAgent: z.string().nullable().describe('By what.'),
      })
      .nullable()
      .describe('Null: it was never used. Up to a minute behind.'),
  })
  .meta({ id: 'Token', description: 'A token, without its secret.' });
export type TokenShape = z.output<typeof tokenShape>;

/** The only reply with a secret. */
export const newTokenShape = z
  .object({
    token: tokenShape,
    secret: z
      .string()
      .describe('Shown this once: the desk does not keep it.')
      .meta({ example: 'td_pat_7HqVb2…' }),
  })
  .meta({ id: 'NewToken', description: 'A token with its secret.' });

const passwordMember = z
  .string()
  .min(1)
  .max(1024)
  .optional()
  .describe(
    'The password of the person who acts. Needed only where this desk demands it; checked wherever it is given.',
  );

const expiresAtMember = instantSchema.nullable().describe('When it ends; null: never.');

const fields = {
  description: plainTextSchema('The description')
    .describe('What you call it: 1–255 characters.')
    .meta({ example: 'nightly backup' }),
  expiresAt: expiresAtMember,
  access: accessShape,
  mayUseInUrls: z.boolean().describe('Whether it may be taken from the address of a request.'),
  addresses: tokenFieldsSchema.shape.addresses
    .describe(
      'The addresses and ranges (CIDR, IPv4 and IPv6) from which it shall be taken, at most 50; none: from anywhere.',
    )
    .meta({ example: addressExample }),
  notBefore: instantSchema.nullable().optional().describe('From when it shall be taken; null: at once.'),
  requestsPerMinute: tokenFieldsSchema.shape.requestsPerMinute
    .describe('How many requests a minute shall be taken with it, 1–999,999; null: no limit of its own.')
    .meta({ example: 120 }),
};

export const createTokenBody = z
  .strictObject({
    ...fields,
    mayUseInUrls: fields.mayUseInUrls.default(false),
    ownerId: z
      .string()
      .max(64)
      .optional()
      .describe('For administrators: for whom it shall act. Without it, for you.'),
    password: passwordMember,
  })
  .meta({ id: 'CreateToken' });

export const copyTokenBody = z
  .strictObject({ ...fields, mayUseInUrls: fields.mayUseInUrls.default(false), password: passwordMember })
  .meta({ id: 'CopyToken' });

export const editTokenBody = z
  .strictObject({ ...z.strictObject(fields).partial().shape, password: passwordMember })
  .refine(({ password: _, ...rest }) => Object.keys(rest).length > 0, { error: 'Say what shall change.' })
  .meta({ id: 'EditToken', description: 'What is left out stays as it is.' });

export const renewTokenBody = z
  .strictObject({
    expiresAt: expiresAtMember.optional().describe('A new end; left out, the old one stays.'),
    password: passwordMember,
  })
  .optional()
  .meta({ id: 'RenewToken' });

export const proofBody = z.strictObject({ password: passwordMember }).optional().meta({ id: 'Proof' });

/** What presents a credential is told of itself. */
export const selfShape = z
  .object({
    kind: z.enum(['token', 'access-token', 'session']).describe('What was presented.'),
    id: z.string().describe('Of the token (of an access token: the one it stands in for) or of the session.'),
    description: z.string().meta({ example: 'nightly backup' }),
    owner: z
      .object({ id: z.string().describe('A person.'), name: z.string().meta({ example: 'Vera Blum' }) })
      .describe('For whom it acts.'),
    access: accessShape,
    permissions: z
      .array(
        z.object({
          permission: z.string().meta({ example: 'environment.control.StopEnv' }),
          contexts: z.array(contextSchema).meta({ example: ['project:shop'] }),
        }),
      )
      .describe('What it may do now, and where; `global` stands for everywhere.'),
    expiresAt: instantSchema.nullable(),
    ...limitMembers,
  })
  .meta({ id: 'Self', description: 'The credential of the request.' });

/** What this desk knows of permissions. */
export const catalogShape = z
  .object({
    operations: z.array(
      z.object({
        code: z.string().meta({ example: 'environment.control.StopEnv' }),
        summary: z.string().describe('What it does.'),
        reach: z.enum(['reads', 'changes', 'destroys']).describe('What it does to the world.'),
        contextType: z.string().describe('What kind of context it is asked in.'),
      }),
    ),
    permissionSets: z.array(
      z.object({
        name: z.string().meta({ example: 'IDE Plugins' }),
        summary: z.string().describe('What it is for.'),
        permissions: z.array(z.string()).describe('What it includes today; it follows the catalog.'),
      }),
    ),
  })
  .meta({ id: 'Catalog', description: 'Every permission and every permission set.' });
