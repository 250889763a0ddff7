const start = '/profile/auth-tokens';

/**
 * A path on this desk to return to after sign-in, or the start page: never another origin (SES-6). Backslashes, control
 * characters, `//` and anything a browser may read as a host are refused rather than repaired.
 */
export function safeReturnPath(presented: string | null | undefined, origin: string): string {
  if (presented === null || presented === undefined || presented.length > 2_000) return start;
  const path = presented.startsWith(`${origin}/`) ? presented.slice(origin.length) : presented;
  if (!/^\/(?![/\\])[\u0021-\u007e]*$/.test(path) || path.includes('\\')) return start;
  const url = URL.canParse(path, origin) ? new URL(path, origin) : null;
  if (url === null || url.origin !== origin || url.pathname.startsWith('//')) return start;
  if (/^\/(?:sign-in|setup|api)(?:\/|$)/.test(url.pathname)) return start;
  return `${url.pathname}${url.search}${url.hash}`;
}
