/**
 * An address without its `session` parameters. What goes on to the pages, into a trace or an error has lost the credential
 * that someone put there (API-3); the names are compared as a server would decode them.
 */
export function stripSession(url: string): string {
  const mark = url.indexOf('?');
  if (mark === -1) return url;
  const kept = url
    .slice(mark + 1)
    .split('&')
    .filter((pair) => !isSession(pair.split('=', 1).join('')));
  return kept.length === 0 ? url.slice(0, mark) : `${url.slice(0, mark)}?${kept.join('&')}`;
}

function isSession(name: string): boolean {
  if (name === 'session') return true;
  if (!/[%+]/.test(name)) return false;
  const [decoded = ''] = new URLSearchParams(name).keys();
  return decoded.trim() === 'session';
}
