import type { SnippetFile, SnippetNames } from '../gateway-snippets';
import { credentialHeaders, identityHeaders, misleadingHeaders, originParts } from './identity';

/** Header → the variable that its value from the desk is kept in. */
const variables = identityHeaders.map((header) => ({
  header,
  answer: `$upstream_http_${header.toLowerCase().replaceAll('-', '_')}`,
  variable: `$td_${header.toLowerCase().replace('x-auth-', '').replaceAll('-', '_')}`,
}));

/** Site and key file of nginx. */
export function nginxFiles({ name, deskUrl, upstreamUrl, listen, folder }: SnippetNames): SnippetFile[] {
  const place = folder ?? '/etc/nginx';
  const logs = folder === undefined ? '/var/log/nginx' : `${folder}/logs`;
  const id = name.replaceAll('-', '_');
  const keyFile = `${place}/tokendesk-key-${name}.conf`;
  const desk = originParts(deskUrl);
  const upstream = originParts(upstreamUrl);
  const set = (headers: readonly string[]) => headers.map((each) => `    proxy_set_header ${each} "";`);
  const text = [
    `# ${place}/conf.d/${name}.conf`,
    '',
    '# The address without its query: nothing secret comes into the log.',
    `map $request_uri $td_path_${id} { "~^(?<td_bare_${id}>[^?]*)" $td_bare_${id}; }`,
    `log_format tokendesk_${id} '$remote_addr [$time_iso8601] "$request_method $td_path_${id}" $status $body_bytes_sent $request_time $td_token_id';`,
    '',
    `upstream tokendesk_${id} { server ${desk.host}:${desk.port}; keepalive 32; }`,
    `upstream service_${id} { server ${upstream.host}:${upstream.port}; keepalive 32; }`,
    '',
    'server {',
    `  listen ${listen ?? '8080'};`,
    `  access_log ${logs}/${name}.log tokendesk_${id};`,
    '  # Less severe messages repeat whole request lines, with their query.',
    `  error_log ${logs}/${name}-error.log crit;`,
    '  # X_Auth_User and X.Auth.User are X-Auth-User for many a service: such headers are dropped.',
    '  underscores_in_headers off;',
    '  ignore_invalid_headers on;',
    '  # The service gets the path that was decided about.',
    '  merge_slashes off;',
    '',
    '  location / {',
    '    auth_request /_tokendesk;',
    ...variables.map(({ variable, answer }) => `    auth_request_set ${variable} ${answer};`),
    '    auth_request_set $td_reason $upstream_http_x_auth_reason;',
    '    auth_request_set $td_link $upstream_http_x_auth_link;',
    '    auth_request_set $td_challenge $upstream_http_www_authenticate;',
    '    error_page 401 = @td_unauthorized;',
    '    error_page 403 = @td_forbidden;',
    '',
    '    # Only what the desk said, never what the client sent.',
    ...variables.map(({ header, variable }) => `    proxy_set_header ${header} ${variable};`),
    '    # The service needs neither the token nor the key, nor another method than the one decided about.',
    ...set([...credentialHeaders, 'X-Gateway-Key', ...misleadingHeaders, 'Forwarded']),
    '    proxy_set_header Host $host;',
    '    proxy_set_header X-Forwarded-For $remote_addr;',
    '    proxy_set_header X-Forwarded-Proto $scheme;',
    '    proxy_http_version 1.1;',
    '    proxy_set_header Connection "";',
    '    # Without a path behind it: the address goes on exactly as it came.',
    `    proxy_pass ${upstream.isHttps ? 'https' : 'http'}://service_${id};`,
    ...(upstream.isHttps ? tls(upstream.host, '    ') : []),
    '  }',
    '',
    '  location = /_tokendesk {',
    '    internal;',
    `    proxy_pass ${desk.isHttps ? 'https' : 'http'}://tokendesk_${id}/authz/nginx;`,
    ...(desk.isHttps ? tls(desk.host, '    ') : []),
    '    # The key of this gateway: proxy_set_header X-Gateway-Key "…";',
    `    include ${keyFile};`,
    `    proxy_set_header Host ${desk.authority};`,
    '    proxy_set_header X-Original-Method $request_method;',
    '    proxy_set_header X-Original-URI $request_uri;',
    '    proxy_set_header X-Forwarded-For $remote_addr;',
    '    proxy_pass_request_body off;',
    '    proxy_set_header Content-Length "";',
    '    proxy_http_version 1.1;',
    '    proxy_set_header Connection "";',
    '    proxy_connect_timeout 2s;',
    '    proxy_read_timeout 5s;',
    '  }',
    '',
    ...refused('unauthorized', 401, 'Unauthorized'),
    '',
    ...refused('forbidden', 403, 'Forbidden'),
    '}',
    '',
  ].join('\n');
  return [
    { path: `${place}/conf.d/${name}.conf`, text, isSecret: false },
    { path: keyFile, text: 'proxy_set_header X-Gateway-Key "td_gwk_…";\n', isSecret: true },
  ];
}

/** What the desk says of a refusal is safe between quotes: it has neither quotation marks nor backslashes. */
function refused(location: string, status: number, title: string): string[] {
  const body = `{"type":"about:blank","title":"${title}","status":${status},"detail":"$td_reason","link":"$td_link"}`;
  return [
    `  location @td_${location} {`,
    '    internal;',
    '    default_type application/problem+json;',
    ...(status === 403 ? ['    add_header WWW-Authenticate $td_challenge always;'] : []),
    '    add_header Cache-Control "private, no-store" always;',
    `    return ${status} '${body}';`,
    '  }',
  ];
}

function tls(host: string, indent: string): string[] {
  return [
    'proxy_ssl_server_name on;',
    `proxy_ssl_name ${host};`,
    'proxy_ssl_verify on;',
    'proxy_ssl_trusted_certificate /etc/ssl/certs/ca-certificates.crt;',
  ].map((line) => indent + line);
}
