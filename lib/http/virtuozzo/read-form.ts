import type { IncomingMessage } from 'node:http';
import type { Problem } from '@/lib/http/problem';
import { readBody } from '@/lib/http/server/read-body';
import type { FormEntry } from './read-parameters';

/** The parts of a body, or why it cannot be read. */
export type Form = { isRead: true; entries: FormEntry[] } | { isRead: false; problem: Problem };

const tooLarge = (limitBytes: number): Problem => ({
  status: 413,
  title: 'Too large',
  detail: `The body of this request has at most ${Math.floor(limitBytes / 1_024)} KB.`,
});
const unsupported: Problem = {
  status: 415,
  title: 'Unsupported media type',
  detail: 'Send parameters in the address, as application/x-www-form-urlencoded, or as multipart/form-data.',
};
const malformed: Problem = { status: 400, title: 'Malformed body', detail: 'The body is no form.' };

/** Reads the form that a request carries; none for GET, and for a POST without a body. */
export async function readForm(
  request: IncomingMessage,
  limitBytes: number,
  timeoutMilliseconds: number,
): Promise<Form> {
  const { headers } = request;
  const hasBody = headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
  if (!hasBody) return { isRead: true, entries: [] };
  const type = (headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/x-www-form-urlencoded' && type !== 'multipart/form-data')
    return { isRead: false, problem: unsupported };
  const body = await readBody(request, limitBytes, timeoutMilliseconds);
  if (body.outcome === 'too_large') return { isRead: false, problem: tooLarge(limitBytes) };
  if (body.outcome !== 'read') {
    return {
      isRead: false,
      problem: { status: 408, title: 'Too slow', detail: 'The request took too long to arrive.' },
    };
  }
  if (type === 'multipart/form-data') return readMultipart(body.bytes, headers['content-type'] ?? '');
  return { isRead: true, entries: [...new URLSearchParams(body.bytes.toString('utf8'))] };
}

async function readMultipart(bytes: Buffer, contentType: string): Promise<Form> {
  try {
    const form = await new Response(new Uint8Array(bytes), {
      headers: { 'content-type': contentType },
    }).formData();
    const entries: FormEntry[] = [];
    for (const [name, value] of form) {
      entries.push([name, typeof value === 'string' ? value : new Uint8Array(await value.arrayBuffer())]);
    }
    return { isRead: true, entries };
  } catch {
    return { isRead: false, problem: malformed };
  }
}
