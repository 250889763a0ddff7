/** What a request carries besides its path: the parameters of the operation, and every `session` it names. */
export interface Parameters {
  values: Record<string, unknown>;
  sessions: { query: string[]; form: string[] };
  /** A parameter that stands twice, in the address, in the body or in both; null when none does. */
  duplicate: string | null;
  /** The address has a `password`: it is not read from there. */
  isPasswordInAddress: boolean;
}

// Sent by clients of the real platform, of no meaning here.
const ignored = new Set(['appid', 'ruk', 'charset']);
/** Lists that clients may send by repeating the name: all values, in order. */
const repeatable = new Set(['apiList']);

/** A part of the body: a text, or the content of an uploaded file. */
export type FormEntry = readonly [string, string | Uint8Array];

/** Merges address and body, alike for GET and POST (04-wire §2). `session` is taken out, so that nothing passes it on. */
export function mergeParameters(query: Iterable<FormEntry>, form: Iterable<FormEntry>): Parameters {
  const sessions = { query: [] as string[], form: [] as string[] };
  const values: Record<string, unknown> = {};
  let duplicate: string | null = null;
  let isPasswordInAddress = false;
  for (const [entries, sink] of [
    [query, sessions.query],
    [form, sessions.form],
  ] as const) {
    for (const [name, value] of entries) {
      if (name === 'session') sink.push(typeof value === 'string' ? value : '');
      else if (ignored.has(name) || name === '__proto__') continue;
      else if (name === 'password' && sink === sessions.query) isPasswordInAddress = true;
      else if (!Object.hasOwn(values, name)) values[name] = value;
      else if (repeatable.has(name)) values[name] = [values[name], value].flat();
      else duplicate ??= name;
    }
  }
  return { values, sessions, duplicate, isPasswordInAddress };
}
