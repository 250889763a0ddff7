import type { Verifier } from './create-verifier.js';
import { judgeRequest, pairsOf, passWith, questionOf, tokenOf, type RouteQuestion } from './judge-request.js';

/** What is used of Express's request. */
export interface ExpressRequest {
  rawHeaders: string[];
  ip?: string | undefined;
}

/** What is used of its response. */
export interface ExpressResponse {
  status: (status: number) => ExpressResponse;
  set: (headers: Record<string, string>) => ExpressResponse;
  send: (body: string) => unknown;
}

/**
 * A handler of Express that lets a request pass when its token may: `app.get('/orders', requirePermission(…), list)`. The
 * token is `tokenOf(request)`; the address is `request.ip`, which Express's `trust proxy` settles.
 */
export function requirePermission<Request extends ExpressRequest = ExpressRequest>(
  verifier: Verifier,
  question: RouteQuestion<Request>,
) {
  return async (
    request: Request,
    response: ExpressResponse,
    next: (error?: unknown) => void,
  ): Promise<void> => {
    try {
      const asked = questionOf({ address: ({ ip }) => ip, ...question }, request);
      const judged = await judgeRequest(verifier, pairsOf(request.rawHeaders), asked);
      if ('token' in judged) passWith(request, judged.token);
      else {
        const { status, headers, body } = judged.answer;
        response.status(status).set({ ...headers });
        response.send(body);
        return;
      }
    } catch (error) {
      next(error);
      return;
    }
    next();
  };
}

export { tokenOf };
