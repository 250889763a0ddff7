import type { IncomingMessage } from 'node:http';

// What strangers may not say: where they come from, what we said ourselves, and what Next says to itself.
const droppedHeaders = new Set([
  'forwarded',
  'x-real-ip',
  'x-client-ip',
  'x-client-address',
  'true-client-ip',
  'cf-connecting-ip',
  'x-cluster-client-ip',
  'x-request-id',
  'x-nonce',
  'x-page-path',
  'content-security-policy',
  'content-security-policy-report-only',
  'x-matched-path',
  'x-now-route-matches',
  'next-resume',
  'x-http-method-override',
  'x-original-url',
  'x-rewrite-url',
]);
const droppedPrefixes = [
  'x-forwarded-',
  'x-middleware-',
  'x-nextjs-',
  'x-next-',
  'x-invoke-',
  'x-prerender-',
  'x-vercel-',
];

const firstLetters = new Set([...droppedHeaders, ...droppedPrefixes].map((name) => name.charCodeAt(0)));

/** True for a header that no client may set. `name` is in lower case. */
export function isForeignHeader(name: string): boolean {
  // Most headers of a request begin otherwise; this stands on the hot path.
  if (!firstLetters.has(name.charCodeAt(0))) return false;
  return droppedHeaders.has(name) || droppedPrefixes.some((prefix) => name.startsWith(prefix));
}

/** Only the door behind it reads what is forwarded, and only after the gateway proved who it is (INT-7). */
const gatewayPrefix = '/authz/';

/** Takes such headers off the request, from both of Node's views of it, before anything else reads them. */
export function dropForeignHeaders(request: IncomingMessage): void {
  const isOfGateways = request.url?.startsWith(gatewayPrefix) === true;
  const isDropped = (name: string) =>
    isForeignHeader(name) && !(isOfGateways && name.startsWith('x-forwarded-'));
  let isAny = false;
  for (const name in request.headers) {
    if (!isDropped(name)) continue;
    delete request.headers[name];
    isAny = true;
  }
  if (!isAny) return;
  const kept: string[] = [];
  for (let index = 0; index + 1 < request.rawHeaders.length; index += 2) {
    const name = request.rawHeaders[index] ?? '';
    if (!isDropped(name.toLowerCase())) kept.push(name, request.rawHeaders[index + 1] ?? '');
  }
  request.rawHeaders = kept;
}
