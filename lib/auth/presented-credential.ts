const nameLength = 'authorization'.length;

/** A request's headers as they came over the wire: name, value, name, value. Node's `rawHeaders`. */
export type RawHeaders = readonly string[];

/** What a request presents as its credential. `several` is refused as a bad request (API-1). */
export type PresentedCredential =
  | { kind: 'none' }
  | { kind: 'one'; presented: string; via: 'header' | 'query' | 'form' }
  | { kind: 'several' };

/**
 * The one credential of a request: `Authorization: Bearer`, `Private-Token`, or, where the door allows it by giving
 * `session`, that parameter of the address or of the body. Two of them, or one twice, are `several`. Works on raw headers,
 * because Node keeps only the first of two Authorization headers. Another scheme of Authorization is no credential of ours.
 */
export function presentedCredential(
  rawHeaders: RawHeaders,
  session: { query?: readonly string[]; form?: readonly string[] } = {},
): PresentedCredential {
  const found: PresentedCredential[] = [];
  for (let index = 0; index + 1 < rawHeaders.length; index += 2) {
    const name = rawHeaders[index] ?? '';
    // Both that count are as long as that; this stands on the hot path.
    if (name.length !== nameLength) continue;
    const value = (rawHeaders[index + 1] ?? '').trim();
    switch (name.toLowerCase()) {
      case 'authorization':
        if (/^bearer(?:\s|$)/i.test(value)) found.push(...inHeader(value.slice('bearer'.length).trim()));
        else if (/,\s*bearer\s/i.test(value)) found.push({ kind: 'several' });
        break;
      case 'private-token':
        found.push(...inHeader(value));
        break;
    }
  }
  for (const presented of session.query ?? []) found.push({ kind: 'one', presented, via: 'query' });
  for (const presented of session.form ?? []) found.push({ kind: 'one', presented, via: 'form' });
  const [only = { kind: 'none' }] = found;
  return found.length > 1 ? { kind: 'several' } : only;
}

/** A proxy joins two headers of one name with a comma, which no secret has. */
function inHeader(value: string): PresentedCredential[] {
  if (value.includes(',')) return [{ kind: 'several' }];
  return [{ kind: 'one', presented: value, via: 'header' }];
}
