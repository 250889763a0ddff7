import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import type { RestReply } from './rest-route';

/** Answers a reply with the headers that every answer of a door has; `mediaType` where it is not plain JSON. */
export async function sendReply(
  response: ServerResponse,
  reply: RestReply,
  headers: readonly string[],
  mediaType: string | undefined,
  signal: AbortSignal,
): Promise<void> {
  const more = [
    ...Object.entries(reply.headers ?? {}).flat(),
    'X-Request-Id',
    String(response.req.headers['x-request-id']),
    // A body that nobody read: the connection cannot be used again.
    ...(response.req.complete ? [] : ['Connection', 'close']),
  ];
  if ('stream' in reply) {
    response.writeHead(reply.status, [...headers, ...more, 'X-Accel-Buffering', 'no']);
    await pump(response, reply.stream, signal);
    return;
  }
  const text = reply.body === undefined ? '' : JSON.stringify(reply.body);
  const length = ['Content-Length', String(Buffer.byteLength(text))];
  response.writeHead(reply.status, [...withType(headers, mediaType), ...more, ...length]);
  response.end(text);
}

function withType(headers: readonly string[], mediaType: string | undefined): readonly string[] {
  if (mediaType === undefined) return headers;
  const at = headers.indexOf('Content-Type');
  return headers.toSpliced(at + 1, 1, mediaType);
}

/** Writes what comes, no faster than the reader takes it: a slow reader makes the source wait, not the memory grow. */
async function pump(
  response: ServerResponse,
  stream: AsyncIterable<string>,
  signal: AbortSignal,
): Promise<void> {
  try {
    for await (const text of stream) {
      if (signal.aborted) return;
      if (!response.write(text)) await once(response, 'drain', { signal });
    }
    response.end();
  } catch (error) {
    if (!signal.aborted) throw error;
  } finally {
    if (!response.writableEnded) response.destroy();
  }
}
