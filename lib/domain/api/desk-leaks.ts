import { z } from 'zod';
import { reportLeakedSchema } from '@/lib/domain/leak-input';
import { secretPattern } from '@/lib/domain/secret-format';
import { apiOperation, nothing } from './api-operation';
import { deskReplies } from './desk-problem';

/** Our own API: leaked secrets. */
export const deskLeaksApi = {
  reportLeaked: apiOperation({
    id: 'desk.reportLeaked',
    isDestroying: true,
    api: 'desk',
    method: 'POST',
    path: '/api/v1/credentials/revoke',
    summary: 'Report leaked secrets',
    description: `For whoever finds secrets where they should not be: whoever holds one may end it. Tokens, access tokens and sessions are dead when the answer comes, and their owners are told; the credential of a gateway or a resource server goes on, and administrators find the report in the audit log. The answer is the same whatever was sent. A report may be sent again; an address sends at most 60 an hour. Scanners look for ${secretPattern}: the last six characters are a CRC-32 of what stands before them, in base62.`,
    credential: 'none',
    permission: null,
    pathParameters: nothing,
    query: z.strictObject({}),
    body: reportLeakedSchema.meta({ id: 'ReportLeaked' }),
    replies: deskReplies(
      {
        202: {
          summary: 'The report is taken.',
          schema: z
            .object({
              message: z
                .string()
                .describe('The same for every report.')
                .meta({ example: 'What of it was alive has ended.' }),
            })
            .meta({ id: 'LeaksTaken' }),
          headers: {
            'RateLimit-Policy': 'How many reports an address may send.',
            RateLimit: 'How many are left.',
          },
        },
      },
      [400, 429],
    ),
  }),
};
