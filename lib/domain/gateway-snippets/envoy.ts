import type { SnippetFile, SnippetNames } from '../gateway-snippets';
import { credentialHeaders, identityHeaders, misleadingHeaders, originParts } from './identity';

/** The configuration of Envoy, and the file that its key is read from. */
export function envoyFiles({ name, deskUrl, upstreamUrl, listen, folder }: SnippetNames): SnippetFile[] {
  const place = folder ?? '/etc/envoy';
  const desk = originParts(deskUrl);
  const removed = [...identityHeaders, ...identityHeaders.map(dotted), ...misleadingHeaders, 'Forwarded'];
  const text = [
    `# ${place}/${name}.yaml`,
    '# Envoy puts in no environment variables itself: run this file through envsubst first, readable by Envoy alone.',
    'static_resources:',
    '  listeners:',
    `    - name: ${name}`,
    `      address: { socket_address: { address: 0.0.0.0, port_value: ${listen ?? '8080'} } }`,
    '      filter_chains:',
    '        - filters:',
    '            - name: envoy.filters.network.http_connection_manager',
    '              typed_config:',
    '                "@type": type.googleapis.com/envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager',
    `                stat_prefix: ${name}`,
    '                use_remote_address: true',
    '                # What Envoy decides about is what the service gets.',
    '                normalize_path: true',
    '                path_with_escaped_slashes_action: REJECT_REQUEST',
    '                # X_Auth_User is X-Auth-User for many a service.',
    '                common_http_protocol_options: { headers_with_underscores_action: REJECT_REQUEST }',
    '                # The address without its query.',
    '                access_log:',
    '                  - name: envoy.access_loggers.stdout',
    '                    typed_config:',
    '                      "@type": type.googleapis.com/envoy.extensions.access_loggers.stream.v3.StdoutAccessLog',
    '                      log_format:',
    '                        text_format_source:',
    '                          inline_string: "%START_TIME% %REQ(:METHOD)% %REQ_WITHOUT_QUERY(:PATH)% %RESPONSE_CODE%\\n"',
    '                        formatters:',
    '                          - name: envoy.formatter.req_without_query',
    '                            typed_config:',
    '                              "@type": type.googleapis.com/envoy.extensions.formatter.req_without_query.v3.ReqWithoutQuery',
    '                http_filters:',
    '                  # What a client sent under the names of the identity headers.',
    ...mutation(removed, '                  '),
    '                  - name: envoy.filters.http.ext_authz',
    '                    typed_config:',
    '                      "@type": type.googleapis.com/envoy.extensions.filters.http.ext_authz.v3.ExtAuthz',
    '                      failure_mode_allow: false',
    '                      http_service:',
    `                        server_uri: { uri: ${deskUrl}, cluster: tokendesk, timeout: 5s }`,
    '                        path_prefix: /authz/envoy',
    '                        authorization_request:',
    '                          headers_to_add:',
    '                            - { key: X-Gateway-Key, value: "${TOKENDESK_GATEWAY_KEY}" }',
    '                        authorization_response:',
    '                          allowed_upstream_headers: { patterns: [{ prefix: x-auth- }] }',
    '                          allowed_client_headers:',
    '                            patterns: [{ exact: www-authenticate }, { exact: retry-after }, { exact: content-type }, { prefix: x-auth- }]',
    '                      allowed_headers:',
    '                        patterns: [{ exact: authorization }, { exact: private-token }, { exact: x-forwarded-for }, { exact: user-agent }]',
    '                  # The service needs neither the token nor a key.',
    ...mutation([...credentialHeaders, 'X-Gateway-Key'], '                  '),
    '                  - name: envoy.filters.http.router',
    '                    typed_config: { "@type": type.googleapis.com/envoy.extensions.filters.http.router.v3.Router }',
    '                route_config:',
    '                  virtual_hosts:',
    `                    - { name: ${name}, domains: ["*"], routes: [{ match: { prefix: / }, route: { cluster: service } }] }`,
    '  clusters:',
    ...cluster('tokendesk', desk),
    ...cluster('service', originParts(upstreamUrl)),
    '',
  ].join('\n');
  return [{ path: `${place}/${name}.yaml`, text, isSecret: false }];
}

function dotted(header: string): string {
  return header.replaceAll('-', '.');
}

function mutation(removed: readonly string[], indent: string): string[] {
  return [
    '- name: envoy.filters.http.header_mutation',
    '  typed_config:',
    '    "@type": type.googleapis.com/envoy.extensions.filters.http.header_mutation.v3.HeaderMutation',
    '    mutations:',
    '      request_mutations:',
    ...removed.map((each) => `        - remove: ${each.toLowerCase()}`),
  ].map((line) => indent + line);
}

function cluster(name: string, { host, port, isHttps }: ReturnType<typeof originParts>): string[] {
  const socket = `{ address: ${host.replace(/^\[|\]$/g, '')}, port_value: ${port} }`;
  return [
    `    - name: ${name}`,
    '      type: STRICT_DNS',
    '      load_assignment:',
    `        cluster_name: ${name}`,
    `        endpoints: [{ lb_endpoints: [{ endpoint: { address: { socket_address: ${socket} } } }] }]`,
    ...(isHttps
      ? [
          '      transport_socket:',
          '        name: envoy.transport_sockets.tls',
          `        typed_config: { "@type": type.googleapis.com/envoy.extensions.transport_sockets.tls.v3.UpstreamTlsContext, sni: ${host} }`,
        ]
      : []),
  ];
}
