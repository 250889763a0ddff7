import type { Verifier } from './create-verifier.js';
import { judgeRequest, passWith, questionOf, tokenOf, type RouteQuestion } from './judge-request.js';

/**
 * Wraps a route handler of Next, or any that takes a Request and answers a Response: `export const GET = withPermission(…)`.
 * The token is `tokenOf(request)`. Next knows no address: name it by `address`, or tokens that are limited to addresses
 * are refused.
 */
export function withPermission<Rest extends unknown[]>(
  verifier: Verifier,
  question: RouteQuestion<Request>,
  handler: (request: Request, ...rest: Rest) => Response | Promise<Response>,
) {
  return async (request: Request, ...rest: Rest): Promise<Response> => {
    const judged = await judgeRequest(verifier, request.headers, questionOf(question, request));
    if ('answer' in judged) return new Response(judged.answer.body, judged.answer);
    passWith(request, judged.token);
    return handler(request, ...rest);
  };
}

export { tokenOf };
