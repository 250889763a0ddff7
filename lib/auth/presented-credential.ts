const nameLength = 'authorization'.length;

/** A request's headers as they came over the wire: name, value, name, value. Node's `rawHeaders`. */
export type RawHeaders = readonly string[];

/** What a request presents as its credential. `several` is refused as a bad request (API-1). */
export type PresentedCredential =
  | { kind: 'none' }
  | { kind: 'one'; presented: string; via: 'header' | 'query' | 'form' }
  | { kind: 'several' };

const none: PresentedCredential = Object.freeze({ kind: 'none' });
const several: PresentedCredential = Object.freeze({ kind: 'several' });

/**
 * The one credential of a request: `Authorization: Bearer`, `Private-Token`, or, where the door allows it by giving
 * `session`, that parameter of the address or of the body. Two of them, or one twice, are `several`. Works on raw headers,
 * because Node keeps only the first of two Authorization headers. Another scheme of Authorization is no credential of ours.
 */
export function presentedCredential(
  rawHeaders: RawHeaders,
  session: { query?: readonly string[]; form?: readonly string[] } = {},
): PresentedCredential {
  let found: PresentedCredential = none;
  const add = (more: PresentedCredential) => {
    found = found.kind === 'none' ? more : several;
  };
  for (let index = 0; index + 1 < rawHeaders.length; index += 2) {
    const name = rawHeaders[index] ?? '';
    // Both that count are as long as that; this stands on the hot path.
    if (name.length !== nameLength) continue;
    const value = (rawHeaders[index + 1] ?? '').trim();
    switch (name.toLowerCase()) {
      case 'authorization':
        if (/^bearer(?:\s|$)/i.test(value)) add(inHeader(value.slice('bearer'.length).trim()));
        else if (/,\s*bearer\s/i.test(value)) add(several);
        break;
      case 'private-token':
        add(inHeader(value));
        break;
    }
  }
  for (const presented of session.query ?? []) add({ kind: 'one', presented, via: 'query' });
  for (const presented of session.form ?? []) add({ kind: 'one', presented, via: 'form' });
  return found;
}

/** A proxy joins two headers of one name with a comma, which no secret has. */
function inHeader(value: string): PresentedCredential {
  return value.includes(',') ? several : { kind: 'one', presented: value, via: 'header' };
}
