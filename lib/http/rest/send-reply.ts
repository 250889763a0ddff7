import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import type { RestReply } from './rest-route';

/** Answers a reply with the headers that every answer of a door has; `usualType` where it is not plain JSON. */
export async function sendReply(
  response: ServerResponse,
  reply: RestReply,
  headers: readonly string[],
  usualType: string | undefined,
  signal: AbortSignal,
): Promise<void> {
  const mediaType = reply.mediaType ?? usualType;
  const more = [
    ...Object.entries(reply.headers ?? {}).flat(),
    'X-Request-Id',
    String(response.req.headers['x-request-id']),
    // A body that nobody read: the connection cannot be used again.
    ...(response.req.complete ? [] : ['Connection', 'close']),
  ];
  if ('stream' in reply) {
    // Also tells graceful-stop.ts that this answer would not end by itself.
    response.setHeader('X-Accel-Buffering', 'no');
    response.writeHead(reply.status, [...withType(headers, mediaType), ...more]);
    // A reader that vanished without a word must not keep its place among the streams of its token.
    response.socket?.setKeepAlive(true, probeMilliseconds);
    await pump(response, reply.stream, signal, reply.ended);
    return;
  }
  if (reply.status === 204) {
    const at = headers.indexOf('Content-Type');
    response.writeHead(204, [...headers.toSpliced(at, 2), ...more]);
    response.end();
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

const probeMilliseconds = 15_000;

/** How long a reader may take nothing; and how long, when its credential is dead. */
const stalledMilliseconds = 120_000;
const leavingMilliseconds = 2_000;

/**
 * Writes what comes, no faster than the reader takes it: a slow reader makes the source wait, not the memory grow. One that
 * takes nothing is cut off, at once when the stream is over.
 */
async function pump(
  response: ServerResponse,
  stream: AsyncIterable<string>,
  left: AbortSignal,
  ended: AbortSignal | undefined,
): Promise<void> {
  const over = ended === undefined ? [left] : [left, ended];
  let isStalled = false;
  try {
    for await (const text of stream) {
      if (left.aborted) return;
      if (response.write(text)) continue;
      isStalled = true;
      await once(response, 'drain', {
        signal: AbortSignal.any([...over, AbortSignal.timeout(stalledMilliseconds)]),
      });
      isStalled = false;
    }
    response.end();
    const patience = ended?.aborted === true ? leavingMilliseconds : stalledMilliseconds;
    const timer = setTimeout(() => response.destroy(), patience);
    response.once('close', () => clearTimeout(timer));
  } catch (error) {
    if (!isStalled) throw error;
  } finally {
    if (!response.writableEnded) response.destroy();
  }
}
