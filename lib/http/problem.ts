import type { ServerResponse } from 'node:http';
import type { MissingPermission } from '@/lib/domain/errors';
import { sandboxPolicy } from './answer-headers';

/** RFC 9457 problem details: what our own errors look like wherever no foreign contract rules (04-wire §6). */
export interface Problem {
  status: number;
  title: string;
  detail: string;
  /** 405: the methods that are allowed. */
  allow?: string;
  /** 429 and 503: seconds to wait. */
  retryAfterSeconds?: number;
  missing?: readonly MissingPermission[];
  /** Further header fields, such as RateLimit. */
  fields?: Readonly<Record<string, string>>;
}

/** The JSON text of a problem; no stack, SQL or path ever (API-5). */
export function problemBody(problem: Problem): string {
  const { status, title, detail, missing } = problem;
  return JSON.stringify({
    type: 'about:blank',
    title,
    status,
    detail,
    ...(missing === undefined ? {} : { missing }),
  });
}

/** Answers with a problem and, when a body is still under way, ends the connection after it. */
export function sendProblem(response: ServerResponse, problem: Problem): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  response.statusCode = problem.status;
  response.setHeader('Content-Type', 'application/problem+json');
  response.setHeader('Cache-Control', 'private, no-store');
  response.setHeader('Content-Security-Policy', sandboxPolicy);
  if (problem.allow !== undefined) response.setHeader('Allow', problem.allow);
  if (problem.retryAfterSeconds !== undefined) response.setHeader('Retry-After', problem.retryAfterSeconds);
  for (const [name, value] of Object.entries(problem.fields ?? {})) response.setHeader(name, value);
  if (!response.req.complete) response.setHeader('Connection', 'close');
  response.end(response.req.method === 'HEAD' ? undefined : problemBody(problem));
}
