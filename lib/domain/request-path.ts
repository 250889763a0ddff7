/** Why a path is taken for none: a proxy and the service behind it could read it in two ways. */
export type PathFault = 'too_long' | 'not_a_path' | 'unsafe_path' | 'bad_escape';

/** A segment as it came, its escapes in upper case, and what it stands for; the same text when it has no escapes. */
export interface Segment {
  raw: string;
  text: string;
}

export type RequestPath = { segments: readonly Segment[] } | { fault: PathFault };

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
  const segments: Segment[] = [];
  for (let index = 0; index < raws.length; index += 1) {
    const raw = raws[index] ?? '';
    if (raw === '' && index < raws.length - 1) return { fault: 'unsafe_path' };
    const segment = hasEscape && raw.includes('%') ? readEscapes(raw) : { raw, text: raw };
    if (typeof segment === 'string') return { fault: segment };
    if (segment.text === '.' || segment.text === '..') return { fault: 'unsafe_path' };
    segments.push(segment);
  }
  return { segments };
}

// Slash, backslash, semicolon and controls, which end up in the path of whoever decodes before he routes; and whatever
// looks escaped still.
const unsafeText = /[\u0000-\u001f\u007f-\u009f/\\;]|%[0-9a-f]{2}/i;

function readEscapes(raw: string): Segment | PathFault {
  if (/%(?![0-9A-Fa-f]{2})/.test(raw)) return 'bad_escape';
  let text: string;
  try {
    text = decodeURIComponent(raw);
  } catch {
    return 'bad_escape';
  }
  if (unsafeText.test(text)) return 'unsafe_path';
  return { raw: raw.replace(/%[0-9a-f]{2}/gi, (escape) => escape.toUpperCase()), text };
}
