/** Why a path is taken for none: a proxy and the service behind it could read it in two ways. */
export type PathFault = 'too_long' | 'not_a_path' | 'unsafe_path' | 'bad_escape';

/** The segments as they came, their escapes in upper case, and what they stand for: one array where nothing is escaped. */
export interface PathSegments {
  raws: readonly string[];
  texts: readonly string[];
}

export type RequestPath = PathSegments | { fault: PathFault };

const longestUri = 8_192;
const slash = 0x2f;
const percent = 0x25;
const question = 0x3f;

/**
 * The segments of a request's address as it came over the wire, path and query. Refused is whatever two readers could take for
 * two paths: `//`, `.` and `..` in any spelling, `\`, `;`, an escaped slash, backslash, semicolon or control, an escape of
 * an escape, `#`, controls and what is not ASCII, an address with scheme and host, escapes that are no UTF-8, over 8 kB.
 * The query takes no part beyond being ASCII. A trailing slash is an empty last segment.
 */
export function readRequestPath(uri: string): RequestPath {
  if (uri.length > longestUri) return { fault: 'too_long' };
  if (uri.charCodeAt(0) !== slash) return { fault: 'not_a_path' };
  let hasEscape = false;
  let end = uri.length;
  for (let index = 0; index < uri.length; index += 1) {
    const code = uri.charCodeAt(index);
    if (code <= 0x20 || code >= 0x7f || code === 0x23) return { fault: 'unsafe_path' };
    if (index >= end) continue;
    if (code === question) end = index;
    else if (code === 0x5c || code === 0x3b) return { fault: 'unsafe_path' };
    else if (code === percent) hasEscape = true;
  }
  const raws = uri.slice(1, end).split('/');
  const fault = segmentFault(raws);
  if (fault !== null) return { fault };
  return hasEscape ? readEscapes(raws) : { raws, texts: raws };
}

function segmentFault(texts: readonly string[]): PathFault | null {
  const last = texts.length - 1;
  for (let index = 0; index <= last; index += 1) {
    const text = texts[index];
    if (text === '.' || text === '..' || (text === '' && index < last)) return 'unsafe_path';
  }
  return null;
}

// Slash, backslash, semicolon and controls, which end up in the path of whoever decodes before he routes; and whatever
// looks escaped still.
const unsafeText = /[\u0000-\u001f\u007f-\u009f/\\;]|%[0-9a-f]{2}/i;

function readEscapes(given: readonly string[]): RequestPath {
  const raws: string[] = [];
  const texts: string[] = [];
  for (const raw of given) {
    if (/%(?![0-9A-Fa-f]{2})/.test(raw)) return { fault: 'bad_escape' };
    try {
      texts.push(decodeURIComponent(raw));
    } catch {
      return { fault: 'bad_escape' };
    }
    raws.push(raw.replace(/%[0-9a-f]{2}/gi, (escape) => escape.toUpperCase()));
  }
  if (texts.some((text) => unsafeText.test(text))) return { fault: 'unsafe_path' };
  const fault = segmentFault(texts);
  return fault === null ? { raws, texts } : { fault };
}
