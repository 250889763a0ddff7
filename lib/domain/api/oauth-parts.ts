import { z } from 'zod';
import type { ApiReply } from './api-operation';

/** What went wrong, in the words of RFC 6749 §5.2. */
const oauthErrorSchema = z
  .object({
    error: z
      .enum([
        'invalid_request',
        'invalid_client',
        'unauthorized_client',
        'unsupported_grant_type',
        'invalid_scope',
        'temporarily_unavailable',
        'server_error',
      ])
      .describe('What went wrong, as a code.'),
    error_description: z.string().describe('What went wrong, in a sentence.'),
  })
  .describe('A refusal, as RFC 6749 §5.2 says.');

/** A refusal of this API. */
export function oauthRefused(summary: string): ApiReply {
  return { summary, schema: oauthErrorSchema };
}
