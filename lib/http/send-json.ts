import type { ServerResponse } from 'node:http';
import { sendWhole } from './send-whole';

/**
 * Answers JSON text straight to node:http, all headers in one call: a Response object with its stream, or headers set one
 * by one, cost more than verification and decision together. `headers` are those of `machineHeaders`.
 */
export function sendJson(
  response: ServerResponse,
  status: number,
  text: string,
  headers: readonly string[],
): void {
  const requestId = response.req.headers['x-request-id'];
  const length = String(Buffer.byteLength(text));
  const all = [...headers, 'X-Request-Id', String(requestId), 'Content-Length', length];
  sendWhole(response, { status, headers: all, body: text });
}
