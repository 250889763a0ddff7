import type { IncomingMessage } from 'node:http';

/**
 * True when a request that may change something comes from the desk's own pages (WEB-2): its Origin is that of
 * PUBLIC_URL, or it has none (or an opaque one) and the browser vouches for it with Sec-Fetch-Site: same-origin.
 * Neither Host nor any forwarded header counts.
 */
export function isOwnOrigin(request: IncomingMessage, publicOrigin: string): boolean {
  const { origin } = request.headers;
  if (origin === undefined || origin === 'null') return request.headers['sec-fetch-site'] === 'same-origin';
  return origin === publicOrigin;
}
