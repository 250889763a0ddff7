import type { Verifier } from './create-verifier.js';
import { judgeRequest, passWith, questionOf, tokenOf, type RouteQuestion } from './judge-request.js';

/** What is used of Hono's context. */
export interface HonoContext {
  req: { raw: Request };
}

/**
 * A middleware of Hono that lets a request pass when its token may. The token is `tokenOf(context)`. Hono knows no address:
 * name it by `address`, or tokens that are limited to addresses are refused.
 */
export function requirePermission<Context extends HonoContext = HonoContext>(
  verifier: Verifier,
  question: RouteQuestion<Context>,
) {
  return async (context: Context, next: () => Promise<void>): Promise<Response | undefined> => {
    const judged = await judgeRequest(verifier, context.req.raw.headers, questionOf(question, context));
    if ('answer' in judged) return new Response(judged.answer.body, judged.answer);
    passWith(context, judged.token);
    await next();
    return undefined;
  };
}

export { tokenOf };
