import type { SnippetFile, SnippetNames } from '../gateway-snippets';
import { aliasesOf, credentialHeaders, identityHeaders, misleadingHeaders } from './identity';

/** The Caddyfile. Its key comes from the environment when a request is made, and so stands in no configuration. */
export function caddyFiles({ name, deskUrl, upstreamUrl, listen, folder }: SnippetNames): SnippetFile[] {
  const logs = folder === undefined ? '/var/log/caddy' : `${folder}/logs`;
  const path = `${folder ?? '/etc/caddy'}/Caddyfile`;
  // By `Connection: X-Auth-User` a client would have the identity taken off again on the way to the service.
  const removed = [
    ...[...identityHeaders, ...misleadingHeaders].flatMap(aliasesOf),
    'Forwarded',
    'Connection',
  ];
  const drop = (headers: readonly string[], indent: string) =>
    headers.map((each) => `${indent}request_header -${each}`);
  const text = [
    `# ${path}`,
    '{',
    '  # The log of errors repeats requests: without query and credentials.',
    '  log {',
    ...redacting('    '),
    '  }',
    '}',
    '',
    `${listen ?? 'shop.example.org'} {`,
    '  log {',
    `    output file ${logs}/${name}.log`,
    ...redacting('    '),
    '  }',
    '',
    '  # In this order, whatever the order of directives is elsewhere.',
    '  route {',
    '    # What a client sent under the names of the identity headers, or under what a service takes for them.',
    ...drop(removed, '    '),
    `    forward_auth ${deskUrl} {`,
    '      uri /authz/caddy',
    '      header_up X-Gateway-Key {env.TOKENDESK_GATEWAY_KEY}',
    `      copy_headers ${identityHeaders.join(' ')}`,
    '    }',
    '    # The service needs neither the token nor a key.',
    ...drop([...credentialHeaders, 'X-Gateway-Key'], '    '),
    `    reverse_proxy ${upstreamUrl}`,
    '  }',
    '}',
    '',
  ].join('\n');
  return [{ path, text, isSecret: false }];
}

function redacting(indent: string): string[] {
  return [
    'format filter {',
    '  wrap json',
    '  fields {',
    '    request>uri regexp "\\?.*$" ""',
    ...[...credentialHeaders, 'X-Gateway-Key'].map((each) => `    request>headers>${each} delete`),
    '  }',
    '}',
  ].map((line) => indent + line);
}
