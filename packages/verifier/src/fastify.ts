import type { Verifier } from './create-verifier.js';
import { judgeRequest, pairsOf, passWith, questionOf, tokenOf, type RouteQuestion } from './judge-request.js';

/** What is used of Fastify's request. */
export interface FastifyRequest {
  raw: { rawHeaders: string[] };
  ip: string;
}

/** What is used of its reply. */
export interface FastifyReply {
  code: (status: number) => FastifyReply;
  headers: (headers: Record<string, string>) => FastifyReply;
  send: (body: string) => unknown;
}

/**
 * A `preHandler` or `onRequest` of Fastify that lets a request pass when its token may. The token is `tokenOf(request)`; the
 * address is `request.ip`, which Fastify's `trustProxy` settles.
 */
export function requirePermission<Request extends FastifyRequest = FastifyRequest>(
  verifier: Verifier,
  question: RouteQuestion<Request>,
) {
  return async (request: Request, reply: FastifyReply): Promise<unknown> => {
    const asked = questionOf({ address: ({ ip }) => ip, ...question }, request);
    const judged = await judgeRequest(verifier, pairsOf(request.raw.rawHeaders), asked);
    if ('token' in judged) {
      passWith(request, judged.token);
      return undefined;
    }
    const { status, headers, body } = judged.answer;
    return reply
      .code(status)
      .headers({ ...headers })
      .send(body);
  };
}

export { tokenOf };
