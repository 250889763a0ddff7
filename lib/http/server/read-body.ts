import type { IncomingMessage } from 'node:http';

/** The body, or why there is none: it was too large, it came too slowly, or the client went away. */
export type Body =
  | { outcome: 'read'; bytes: Buffer }
  | { outcome: 'too_large' }
  | { outcome: 'too_slow' }
  | { outcome: 'aborted' };

/** Reads at most `limitBytes` within `timeoutMilliseconds`; stops listening as soon as either is passed (WEB-10). */
export function readBody(
  request: IncomingMessage,
  limitBytes: number,
  timeoutMilliseconds: number,
): Promise<Body> {
  if (Number(request.headers['content-length'] ?? 0) > limitBytes)
    return Promise.resolve({ outcome: 'too_large' });
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let sizeBytes = 0;
    const finish = (body: Body) => {
      clearTimeout(timer);
      request.off('data', onData).off('end', onEnd).off('error', onAbort).off('close', onAbort);
      if (body.outcome !== 'read') request.pause();
      resolve(body);
    };
    const onData = (chunk: Buffer) => {
      sizeBytes += chunk.length;
      if (sizeBytes > limitBytes) finish({ outcome: 'too_large' });
      else chunks.push(chunk);
    };
    const onEnd = () => finish({ outcome: 'read', bytes: Buffer.concat(chunks) });
    const onAbort = () => finish({ outcome: 'aborted' });
    const timer = setTimeout(() => finish({ outcome: 'too_slow' }), timeoutMilliseconds);
    request.on('data', onData).on('end', onEnd).on('error', onAbort).on('close', onAbort);
  });
}
