import { describe, expect, it } from 'vitest';
import { gatewaySnippets } from '../gateway-snippets';
import { misleadingHeaders } from './identity';

const snippets = gatewaySnippets({
  name: 'shop',
  deskUrl: 'http://127.0.0.1:3000',
  upstreamUrl: 'http://127.0.0.1:8080',
});
const textOf = (kind: string) =>
  snippets
    .find((each) => each.kind === kind)
    ?.files.map(({ text }) => text)
    .join('\n') ?? '';

describe('INT-6: what a client sends besides its request', () => {
  it('Connection cannot take the identity off again behind any of them', () => {
    const caddy = textOf('caddy');
    expect(caddy.indexOf('request_header -Connection\n')).toBeGreaterThan(-1);
    expect(caddy.indexOf('request_header -Connection\n')).toBeLessThan(caddy.indexOf('forward_auth'));
    const [key = ''] = textOf('traefik').split('shop-tokendesk:\n');
    expect(key).toContain('Connection: ""\n');
    expect(textOf('nginx')).toContain('proxy_set_header Connection "";\n');
    const [before = ''] = textOf('haproxy').split('http-request lua.');
    expect(before).toContain('del-header ^(forwarded|connection)$ -m reg\n');
  });

  it.each(['-', '_', '.'])('another method or address is dropped when it is spelt with %s', (mark) => {
    for (const header of misleadingHeaders) {
      const alias = header.replaceAll('-', mark);
      expect(textOf('caddy')).toContain(`request_header -${alias}\n`);
      expect(textOf('traefik')).toContain(`          ${alias}: ""\n`);
      const patterns = [...textOf('haproxy').matchAll(/del-header (\^\S+) -m reg/g)].map(
        ([, each = '']) => each,
      );
      expect(patterns.some((each) => new RegExp(each).test(alias.toLowerCase()))).toBe(true);
    }
  });
});
