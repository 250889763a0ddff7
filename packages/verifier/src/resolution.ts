/** What the desk says of a secret (POST /verifier/resolve). Times are milliseconds of the wall clock. */
export type Resolution =
  | { isActive: false }
  | {
      isActive: true;
      tokenId: string;
      ownerId: string;
      ownerEmail: string;
      grants: Readonly<Record<string, readonly string[]>>;
      addresses: readonly string[];
      notBefore: number | null;
      requestsPerMinute: number | null;
      mayUseInUrls: boolean;
      expiresAt: number | null;
      seq: number;
    };

/** Reads a reply. Throws for whatever is not one: what cannot be understood lets nobody in. */
export function readResolution(reply: unknown): Resolution {
  const { active, limits: given, ...rest } = recordOf(reply);
  if (active === false) return { isActive: false };
  if (active !== true) throw new TypeError('The reply says neither yes nor no.');
  const limits = recordOf(given);
  const { requestsPerMinute: often } = limits;
  if (often !== null && !(typeof often === 'number' && often > 0))
    throw new TypeError('A limit is no number.');
  const { mayUseInUrls } = limits;
  if (typeof mayUseInUrls !== 'boolean') throw new TypeError('A flag is missing.');
  const { seq } = rest;
  if (typeof seq !== 'number' || !Number.isSafeInteger(seq)) throw new TypeError('The number is missing.');
  const grants = Object.entries(recordOf(rest.grants)).map(([context, codes]) => [context, textsOf(codes)]);
  return {
    isActive: true,
    tokenId: textOf(rest.tokenId),
    ownerId: textOf(rest.ownerId),
    ownerEmail: textOf(rest.ownerEmail),
    grants: Object.fromEntries(grants) as Record<string, readonly string[]>,
    addresses: textsOf(limits.addresses),
    notBefore: timeOf(limits.notBefore),
    requestsPerMinute: often,
    mayUseInUrls,
    expiresAt: timeOf(rest.expiresAt),
    seq,
  };
}

function recordOf(value: unknown): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new TypeError('The reply is no object.');
  return { ...value };
}

function textOf(value: unknown): string {
  if (typeof value !== 'string' || value === '') throw new TypeError('A text is missing.');
  return value;
}

function textsOf(value: unknown): readonly string[] {
  if (!Array.isArray(value)) throw new TypeError('A list is missing.');
  return value.map(textOf);
}

function timeOf(value: unknown): number | null {
  if (value === null) return null;
  const time = Date.parse(textOf(value));
  if (Number.isNaN(time)) throw new TypeError('A time cannot be read.');
  return time;
}
