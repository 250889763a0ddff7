import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { gatewaySnippets } from './gateway-snippets';
import { identityHeaders } from './gateway-snippets/identity';

const names = { name: 'edge', deskUrl: 'https://desk.example.org', upstreamUrl: 'http://10.0.0.7:8080' };
const snippets = gatewaySnippets(names);
const textOf = (kind: string) =>
  snippets
    .find((each) => each.kind === kind)
    ?.files.map(({ text }) => text)
    .join('\n') ?? '';

describe('the configurations that the desk shows', () => {
  it.each(['nginx', 'caddy', 'haproxy', 'traefik', 'envoy'])(
    '%s asks its own address and knows both ends',
    (kind) => {
      const text = textOf(kind);
      expect(text).toContain(kind === 'envoy' ? 'path_prefix: /authz/envoy' : `/authz/${kind}`);
      expect(text).toMatch(/desk\.example\.org/);
      expect(text).toMatch(/10\.0\.0\.7/);
      expect(text).toContain('X-Gateway-Key');
      expect(text).not.toMatch(/td_gwk_[A-Za-z0-9]/);
    },
  );

  it('INT-6 every identity header is taken from the desk', () => {
    for (const header of identityHeaders) {
      expect(textOf('nginx')).toMatch(new RegExp(`proxy_set_header ${header} \\$td_`));
      expect(textOf('caddy')).toMatch(new RegExp(`copy_headers .*\\b${header}\\b`));
      for (const alias of [header, header.replaceAll('-', '_'), header.replaceAll('-', '.')])
        expect(textOf('caddy')).toContain(`request_header -${alias}\n`);
    }
    expect(textOf('haproxy')).toContain('http-request del-header ^x[-_.]auth[-_.] -m reg\n');
    for (const header of identityHeaders)
      expect(textOf('haproxy')).toMatch(new RegExp(`identity = \\{.*"${header.toLowerCase()}"`));
    const [, regex = ''] = /authResponseHeadersRegex: '\(\?i\)(.*)'/.exec(textOf('traefik')) ?? [];
    for (const name of ['X-Auth-User', 'x_auth_user', 'X.Auth.User', 'X-Auth_Token.Id'])
      expect(name).toMatch(new RegExp(regex, 'i'));
  });

  it('HAProxy is told an address where no resolver knows the name', () => {
    const urlIn = (deskUrl: string) =>
      /url = "([^"]*)"/.exec(
        gatewaySnippets({ ...names, deskUrl }).find(({ kind }) => kind === 'haproxy')?.files[1]?.text ?? '',
      )?.[1];
    expect(urlIn('http://localhost:3000')).toBe('http://127.0.0.1:3000/authz/haproxy');
    expect(urlIn('https://localhost.example.org')).toBe('https://localhost.example.org/authz/haproxy');
  });

  it('the key has a file of its own, or comes from the environment', () => {
    const secrets = snippets.flatMap(({ files }) => files.filter(({ isSecret }) => isSecret));
    expect(secrets.map(({ path }) => path)).toEqual(['/etc/nginx/tokendesk-key-edge.conf']);
    for (const kind of ['caddy', 'haproxy', 'traefik', 'envoy'])
      expect(textOf(kind)).toContain('TOKENDESK_GATEWAY_KEY');
  });

  it('what is YAML can be read as such', () => {
    for (const kind of ['traefik', 'envoy'])
      for (const { text } of snippets.find((each) => each.kind === kind)?.files ?? [])
        expect(load(text)).toBeTypeOf('object');
  });
});
