/** What a service behind a gateway is told of whoever asks (INT-6). */
export const identityHeaders = [
  'X-Auth-User',
  'X-Auth-User-Id',
  'X-Auth-Token-Id',
  'X-Auth-Scopes',
  'X-Auth-Context',
] as const;

/** What a service might take for another method or address than the one that was decided about. */
export const misleadingHeaders = [
  'X-HTTP-Method-Override',
  'X-HTTP-Method',
  'X-Method-Override',
  'X-Original-URL',
  'X-Rewrite-URL',
] as const;

/** A name with each hyphen as `-`, `_` or `.`, which are one to many a service; Go keeps their spelling on the way there. */
export function aliasesOf(header: string): string[] {
  const [first = '', ...rest] = header.split('-');
  return rest.reduce(
    (names, part) => ['-', '_', '.'].flatMap((mark) => names.map((each) => each + mark + part)),
    [first],
  );
}

/** Where the bearer's token may stand: the service needs the identity, not the token. */
export const credentialHeaders = ['Authorization', 'Private-Token'] as const;

/** `https://desk.example.org:8443` in parts; the port is the scheme's when none is written. */
export function originParts(url: string): {
  isHttps: boolean;
  host: string;
  port: number;
  authority: string;
} {
  const [, scheme = 'http', authority = ''] = /^(https?):\/\/([^/?#]+)/.exec(url) ?? [];
  const [, host = '', port] = /^(\[[^\]]*\]|[^:]*)(?::(\d+))?$/.exec(authority) ?? [];
  const isHttps = scheme === 'https';
  return { isHttps, host, port: port === undefined ? (isHttps ? 443 : 80) : Number(port), authority };
}
