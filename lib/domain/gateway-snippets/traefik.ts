import type { SnippetFile, SnippetNames } from '../gateway-snippets';
import { aliasesOf, credentialHeaders, misleadingHeaders } from './identity';

/** The dynamic configuration of Traefik, and the log of the static one. */
export function traefikFiles({ name, deskUrl, upstreamUrl, listen, folder }: SnippetNames): SnippetFile[] {
  const place = folder ?? '/etc/traefik';
  // By `Connection: X-Auth-User` a client would have the identity taken off again on the way to the service.
  const names = [...misleadingHeaders.flatMap(aliasesOf), 'Forwarded', 'Connection'];
  const removed = names.map((each) => `          ${each}: ""`);
  const dynamic = [
    `# ${place}/dynamic/${name}.yml`,
    'http:',
    '  routers:',
    `    ${name}:`,
    `      rule: Host(\`${listen ?? 'shop.example.org'}\`)`,
    '      # In this order.',
    `      middlewares: [${name}-key, ${name}-tokendesk, ${name}-strip]`,
    `      service: ${name}`,
    '  middlewares:',
    `    ${name}-key:`,
    '      headers:',
    '        customRequestHeaders:',
    '          X-Gateway-Key: \'{{ env "TOKENDESK_GATEWAY_KEY" }}\'',
    ...removed,
    `    ${name}-tokendesk:`,
    '      forwardAuth:',
    `        address: ${deskUrl}/authz/traefik`,
    '        trustForwardHeader: false',
    '        # Strips what the client sent under these names, and under X_Auth_User and X.Auth.User, then copies.',
    "        authResponseHeadersRegex: '(?i)^x[-_.]auth[-_.]'",
    `    ${name}-strip:`,
    '      headers:',
    '        customRequestHeaders:',
    '          X-Gateway-Key: ""',
    ...credentialHeaders.map((each) => `          ${each}: ""`),
    '  services:',
    `    ${name}:`,
    '      loadBalancer:',
    '        servers:',
    `          - url: ${upstreamUrl}`,
    '',
  ].join('\n');
  const statics = [
    `# ${place}/traefik.yml: the log without the query, which stands in RequestPath, and without headers.`,
    'accessLog:',
    '  format: json',
    '  fields:',
    '    names:',
    '      RequestPath: drop',
    '      RequestLine: drop',
    '    headers:',
    '      defaultMode: drop',
    '',
  ].join('\n');
  return [
    { path: `${place}/dynamic/${name}.yml`, text: dynamic, isSecret: false },
    { path: `${place}/traefik.yml`, text: statics, isSecret: false },
  ];
}
