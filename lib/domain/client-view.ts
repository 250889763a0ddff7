import type { Client, ClientKind } from './client';
import { formatHint } from './secret-format';

/** A gateway or a resource server, as its page, the terminal and the APIs show it. Dates are ISO 8601 in UTC. */
export interface ClientView {
  id: string;
  kind: ClientKind;
  name: string;
  /** The services that it asks for, by name; empty for all. */
  services: readonly string[];
  /** Of a resource server: what introspection says as `aud`. */
  audience: string | null;
  /** `td_gwk_7HqV…oC6d`. */
  hint: string;
  createdAt: string;
  changedAt: string;
  /** Exact to a minute. */
  lastUsedAt: string | null;
  version: number;
}

/** The answer of adding and renewing: the only place where a client's credential stands in clear (law 3). */
export interface NewClientView {
  client: ClientView;
  secret: string;
}

/** A client as it is shown. */
export function clientView(client: Client): ClientView {
  const { id, kind, name, services, audience, hint, createdAt, changedAt, lastUsedAt, version } = client;
  return {
    ...{ id, kind, name, services, audience, version },
    hint: formatHint(hint, kind),
    createdAt: createdAt.toISOString(),
    changedAt: changedAt.toISOString(),
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
  };
}
