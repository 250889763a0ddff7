import type { ServerResponse } from 'node:http';

const noStore = 'private, no-store';
const immutable = 'public, max-age=31536000, immutable';

/**
 * Settles the headers of Next's answers at the last moment, when Next has set its own: nothing but immutable build files
 * may be kept by a cache (WEB-5), 405 says what is allowed, nothing says what the desk runs on (WEB-6).
 */
export function guardPageHeaders(
  response: ServerResponse,
  path: string,
  policy: string,
  isBuilt: boolean,
): void {
  const writeHead = response.writeHead.bind(response);
  response.writeHead = ((status: number, ...rest: []) => {
    const isBuildFile = isBuilt && path.startsWith('/_next/static/') && (status === 200 || status === 304);
    response.setHeader('Cache-Control', isBuildFile ? immutable : noStore);
    response.setHeader('Content-Security-Policy', policy);
    response.removeHeader('X-Powered-By');
    if (status === 405 && !response.hasHeader('Allow')) response.setHeader('Allow', 'GET, HEAD, POST');
    return writeHead(status, ...rest);
  }) as typeof response.writeHead;
}
