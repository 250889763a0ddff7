import type { IncomingMessage } from 'node:http';
import { readBody } from '@/lib/http/server/read-body';
import type { Refusal } from './refusal';

/**
 * How an API takes bodies. `json`: as application/json only. `any-json`: JSON under whatever name a client gives it, curl's
 * default included (04-wire §1). `form`: application/x-www-form-urlencoded only, no name twice.
 */
export type BodyManner = 'json' | 'any-json' | 'form';

/** What a body says; undefined when there is none. */
export type RequestBody = { isRead: true; value: unknown } | { isRead: false; refusal: Refusal };

const limitBytes = 65_536;
const maxDepth = 32;

const refused = (kind: Exclude<Refusal['kind'], 'error' | 'method_not_allowed'>, detail: string) =>
  ({ isRead: false, refusal: { kind, detail } }) as const;

/** Reads and parses the body of a request: at most 64 KB, 32 levels deep, UTF-8 (WEB-10). */
export async function readRequestBody(
  request: IncomingMessage,
  manner: BodyManner,
  timeoutMilliseconds: number,
): Promise<RequestBody> {
  const { headers } = request;
  const hasBody = headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
  if (!hasBody) return { isRead: true, value: undefined };
  const type = (headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  if (!isTaken(type, manner)) return refused('unsupported_media_type', `Send the body as ${nameOf(manner)}.`);
  const body = await readBody(request, limitBytes, timeoutMilliseconds);
  if (body.outcome === 'too_large')
    return refused('too_large', 'The body of this request has at most 64 KB.');
  if (body.outcome !== 'read') return refused('too_slow', 'The request took too long to arrive.');
  if (body.bytes.length === 0) return { isRead: true, value: undefined };
  const text = decodeUtf8(body.bytes);
  if (text === null) return refused('malformed_body', 'The body is not UTF-8.');
  return manner === 'form' ? parseForm(text) : parseJson(text);
}

function isTaken(type: string, manner: BodyManner): boolean {
  if (manner === 'form') return type === 'application/x-www-form-urlencoded';
  if (manner === 'any-json') return !type.startsWith('multipart/');
  return type === 'application/json' || type.endsWith('+json');
}

function nameOf(manner: BodyManner): string {
  return manner === 'form' ? 'application/x-www-form-urlencoded' : 'application/json';
}

function decodeUtf8(bytes: Buffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function parseForm(text: string): RequestBody {
  const values: Record<string, string> = {};
  for (const [name, value] of new URLSearchParams(text)) {
    if (Object.hasOwn(values, name)) return refused('malformed_body', 'A parameter stands twice.');
    if (name !== '__proto__') values[name] = value;
  }
  return { isRead: true, value: values };
}

function parseJson(text: string): RequestBody {
  try {
    const value: unknown = JSON.parse(text);
    if (depthOf(value, maxDepth) > maxDepth) return refused('malformed_body', 'The body is nested too deep.');
    return { isRead: true, value };
  } catch {
    return refused('malformed_body', 'The body is not JSON.');
  }
}

/** How deep a value is nested, counted no further than `limit` + 1. */
function depthOf(value: unknown, limit: number): number {
  if (typeof value !== 'object' || value === null) return 0;
  if (limit < 0) return 1;
  let deepest = 0;
  for (const each of Object.values(value)) {
    deepest = Math.max(deepest, depthOf(each, limit - 1));
    if (deepest > limit) break;
  }
  return deepest + 1;
}
