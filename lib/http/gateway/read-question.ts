import type { IncomingMessage } from 'node:http';
import { plainAddress } from '@/lib/http/server/client-address';

/** The gateways that are spoken to, each in its own words (docs/decisions/0016). */
export const gatewayKinds = ['nginx', 'caddy', 'haproxy', 'traefik', 'envoy'] as const;
export type GatewayKind = (typeof gatewayKinds)[number];

/** The request that a gateway asks about, as it says: not to be believed before the gateway is verified. */
export interface Question {
  method: string;
  /** Path and query as they came to the gateway. */
  uri: string;
  /** What the gateway itself saw as the other end. */
  address: string | undefined;
}

const prefix = '/authz/';
const plainAddresses = new Map(
  gatewayKinds.filter((kind) => kind !== 'envoy').map((kind) => [prefix + kind, kind]),
);

/** The gateway that the address of a question names: `/authz/nginx`, `/authz/envoy/…`; null for any other. */
export function gatewayKindOf(url: string): GatewayKind | null {
  const plain = plainAddresses.get(url);
  if (plain !== undefined) return plain;
  if (!url.startsWith(prefix)) return null;
  const name = /^[a-z]*/.exec(url.slice(prefix.length))?.[0];
  const kind = gatewayKinds.find((each) => each === name);
  if (kind === undefined) return null;
  const rest = url.slice(prefix.length + kind.length);
  // Envoy puts the original path behind the prefix; the others ask at one address.
  return (kind === 'envoy' ? rest.startsWith('/') : rest === '' || rest.startsWith('?')) ? kind : null;
}

const originalHeaders = { method: 'x-original-method', uri: 'x-original-uri' };
const forwardedHeaders = { method: 'x-forwarded-method', uri: 'x-forwarded-uri' };

/**
 * What a gateway asks: method and address of the original request, from the one pair of headers that this gateway sets (of
 * Envoy, the request's own). Null when one is missing, empty, or stands twice: then a client's copy may be among them.
 * `settled`: the address that the front has settled of who asks here.
 */
export function readQuestion(kind: GatewayKind, incoming: IncomingMessage, settled: string): Question | null {
  const { rawHeaders, method = '', url = '' } = incoming;
  const address = addressOf(incoming, settled);
  if (kind === 'envoy') return { method, uri: url.slice(prefix.length + kind.length), address };
  const names = kind === 'nginx' || kind === 'haproxy' ? originalHeaders : forwardedHeaders;
  const found = { method: onlyValue(rawHeaders, names.method), uri: onlyValue(rawHeaders, names.uri) };
  if (found.method === null || found.uri === null) return null;
  return { method: found.method, uri: found.uri, address };
}

function onlyValue(rawHeaders: readonly string[], name: string): string | null {
  let found: string | null = null;
  for (let index = 0; index + 1 < rawHeaders.length; index += 2) {
    const given = rawHeaders[index];
    if (given?.length !== name.length || given.toLowerCase() !== name) continue;
    if (found !== null) return null;
    found = rawHeaders[index + 1] ?? '';
  }
  return found === '' ? null : found;
}

/**
 * What the gateway saw: the last that it says. Where it asks through trusted proxies of the desk, those have added what they
 * saw, the gateway itself; the front has passed over them (API-9).
 */
function addressOf({ headers, socket }: IncomingMessage, settled: string): string | undefined {
  return settled === plainAddress(socket.remoteAddress) ? lastAddress(headers['x-forwarded-for']) : settled;
}

/** Gateways append what they see themselves; what stands before it came from the client. */
function lastAddress(forwardedFor: string | string[] | undefined): string | undefined {
  const text = Array.isArray(forwardedFor) ? forwardedFor.join(',') : (forwardedFor ?? '');
  const last = text.slice(text.lastIndexOf(',') + 1).trim();
  return last === '' ? undefined : last.slice(0, 64);
}
