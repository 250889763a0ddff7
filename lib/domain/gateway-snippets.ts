import { caddyFiles } from './gateway-snippets/caddy';
import { envoyFiles } from './gateway-snippets/envoy';
import { haproxyFiles } from './gateway-snippets/haproxy';
import { nginxFiles } from './gateway-snippets/nginx';
import { traefikFiles } from './gateway-snippets/traefik';

/** What a snippet is made for. Addresses are origins, such as `https://desk.example.org` and `http://127.0.0.1:8080`. */
export interface SnippetNames {
  /** The gateway's name at the desk. */
  name: string;
  /** The desk, as the gateway reaches it. */
  deskUrl: string;
  /** The service behind the gateway. */
  upstreamUrl: string;
  /** What the gateway listens on: a port, or of Caddy a site. The usual one when absent. */
  listen?: string;
  /** Where its files lie; the usual place when absent. Tests put them elsewhere. */
  folder?: string;
}

/** One file of a configuration. */
export interface SnippetFile {
  path: string;
  text: string;
  /** It holds the credential: its own file, readable by the gateway alone, in no repository. */
  isSecret: boolean;
}

/** The configuration of one kind of gateway, to be copied as it is. */
export interface GatewaySnippet {
  kind: 'nginx' | 'caddy' | 'haproxy' | 'traefik' | 'envoy';
  title: string;
  /** What one should know before one copies it. */
  notes: readonly string[];
  files: readonly SnippetFile[];
}

/** What stands where the credential belongs. */
export const keyPlaceholder = 'td_gwk_…';

/**
 * The exact configuration for each gateway with the names filled in. All of them ask the desk about every request, hand on
 * only the identity that the desk gave (client copies and their aliases are stripped, INT-6), keep the credential out of the
 * service and the query out of the log. The credential itself is never part of it.
 */
export function gatewaySnippets(names: SnippetNames): GatewaySnippet[] {
  return [
    {
      kind: 'nginx',
      title: 'nginx',
      notes: [
        'Tried with 1.22; every 1.18 or later with auth_request will do.',
        'A refusal is rewritten from the headers that the desk answers, since nginx discards its body.',
      ],
      files: nginxFiles(names),
    },
    {
      kind: 'caddy',
      title: 'Caddy',
      notes: [
        'Tried with 2.6.2. The refusals of the desk reach the client as they are.',
        `Caddy gets the credential from its environment: TOKENDESK_GATEWAY_KEY=${keyPlaceholder}`,
      ],
      files: caddyFiles(names),
    },
    {
      kind: 'haproxy',
      title: 'HAProxy',
      notes: [
        'Tried with 2.6; every 2.5 or later that was built with Lua will do. The refusals of the desk reach the client as they are.',
        'HAProxy asks a resolver for the name of the desk: an entry of /etc/hosts alone will not do.',
        `HAProxy gets the credential from its environment: TOKENDESK_GATEWAY_KEY=${keyPlaceholder}`,
      ],
      files: haproxyFiles(names),
    },
    {
      kind: 'traefik',
      title: 'Traefik',
      notes: [
        'For Traefik 3. Keep trustForwardHeader off.',
        `Traefik gets the credential from its environment: TOKENDESK_GATEWAY_KEY=${keyPlaceholder}`,
      ],
      files: traefikFiles(names),
    },
    {
      kind: 'envoy',
      title: 'Envoy',
      notes: ['For Envoy 1.30 or later. Envoy asks with the method and path of the request itself.'],
      files: envoyFiles(names),
    },
  ];
}
