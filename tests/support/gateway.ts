import type { ClientView } from '@/lib/domain/client-view';
import { systemCall } from './desk';
import type { Answered, DoorFixture } from './door';

/** The kinds of gateways, and the address at which each asks. */
export const gatewayKinds = ['nginx', 'caddy', 'haproxy', 'traefik', 'envoy'] as const;
export type GatewayKind = (typeof gatewayKinds)[number];

let count = 0;

/** A gateway before these services, added by the verb. */
export async function gatewayFixture(
  services: readonly string[] = [],
): Promise<{ client: ClientView; secret: string }> {
  const { addClient } = await import('@/lib/services/clients/add-client');
  count += 1;
  const name = `gateway-${count}`;
  return addClient(systemCall(), { kind: 'gateway', name, services: [...services] });
}

/** The request of a client, as a gateway asks about it. */
export interface AskedRequest {
  method?: string;
  uri: string;
  /** The gateway's own credential; null: it has none. */
  key: string | null;
  /** The bearer's token. */
  presented?: string;
  /** Of the client. */
  headers?: Readonly<Record<string, string | string[]>>;
  /** Where the gateway saw it come from. */
  address?: string;
}

/** Asks as a gateway of this kind does: the shape that its documentation says. */
export function askAs(
  kind: GatewayKind,
  door: Pick<DoorFixture, 'send'>,
  asked: AskedRequest,
): Promise<Answered> {
  const { method = 'GET', uri, key, presented, headers = {}, address } = asked;
  const pair = kind === 'nginx' || kind === 'haproxy' ? 'x-original' : 'x-forwarded';
  const question = kind === 'envoy' ? {} : { [`${pair}-method`]: method, [`${pair}-uri`]: uri };
  return door.send({
    // Only Envoy asks by the request's own method.
    method: kind === 'envoy' ? method : 'GET',
    path: kind === 'envoy' ? `/authz/envoy${uri}` : `/authz/${kind}`,
    headers: {
      ...headers,
      ...question,
      ...(key === null ? {} : { 'x-gateway-key': key }),
      ...(presented === undefined ? {} : { authorization: `Bearer ${presented}` }),
      ...(address === undefined ? {} : { 'x-forwarded-for': address }),
    },
  });
}
