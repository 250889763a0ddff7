/** What a request carries besides its path: the parameters of the operation, and every `session` it names. */
export interface Parameters {
  values: Record<string, unknown>;
  sessions: { query: string[]; form: string[] };
  /** A parameter that stands twice, in the address, in the body or in both; null when none does. */
  duplicate: string | null;
}

// Sent by clients of the real platform, of no meaning here.
const ignored = new Set(['appid', 'ruk', 'charset']);

/** A part of the body: a text, or the content of an uploaded file. */
export type FormEntry = readonly [string, string | Uint8Array];

/** Merges address and body, alike for GET and POST (04-wire §2). `session` is taken out, so that nothing passes it on. */
export function mergeParameters(query: Iterable<FormEntry>, form: Iterable<FormEntry>): Parameters {
  const sessions = { query: [] as string[], form: [] as string[] };
  const values: Record<string, unknown> = {};
  let duplicate: string | null = null;
  for (const [entries, sink] of [
    [query, sessions.query],
    [form, sessions.form],
  ] as const) {
    for (const [name, value] of entries) {
      if (name === 'session') sink.push(typeof value === 'string' ? value : '');
      else if (ignored.has(name) || name === '__proto__') continue;
      else if (Object.hasOwn(values, name)) duplicate ??= name;
      else values[name] = value;
    }
  }
  return { values, sessions, duplicate };
}
