import type { Reach } from '@/lib/domain/catalog';

/** What the summary needs of an operation: `phrase` completes "this token may …". */
export interface Phrase {
  phrase: string;
  reach: Reach;
}

const mostClauses = 4;
const mostWords = 5;

/**
 * What a pick of operations can do, in plain words per reach: "Start, stop and restart environments; deploy an archive".
 * A reach with no operation says "Nothing": it is written out.
 */
export function plainWords(operations: readonly Phrase[]): Record<Reach, string> {
  const of = (reach: Reach) =>
    sentence(operations.filter((each) => each.reach === reach).map((each) => each.phrase));
  return { reads: of('reads'), changes: of('changes'), destroys: of('destroys') };
}

/** `a`, `a and b`, `a, b and c`. */
export function listed(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`;
}

function sentence(phrases: readonly string[]): string {
  if (phrases.length === 0) return 'Nothing';
  const clauses = mergeObjects(mergeVerbs([...new Set(phrases)]));
  const shown = clauses.length > mostClauses + 1 ? clauses.slice(0, mostClauses) : clauses;
  const rest = clauses.length - shown.length;
  const text = shown.join('; ') + (rest > 0 ? `; and ${rest} more` : '');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

interface Clause {
  verbs: string[];
  object: string;
}

/** "start environments", "stop environments" → start and stop environments. */
function mergeVerbs(phrases: readonly string[]): Clause[] {
  const clauses = new Map<string, Clause>();
  for (const phrase of phrases) {
    const space = phrase.indexOf(' ');
    const verb = space < 0 ? phrase : phrase.slice(0, space);
    const object = space < 0 ? '' : phrase.slice(space + 1);
    const known = clauses.get(object);
    if (known === undefined || object === '')
      clauses.set(object === '' ? phrase : object, { verbs: [verb], object });
    else known.verbs.push(verb);
  }
  return [...clauses.values()];
}

/** "list environments", "list archives" → list environments and archives. */
function mergeObjects(clauses: readonly Clause[]): string[] {
  const merged = new Map<string, string[]>();
  for (const { verbs, object } of clauses) {
    const verb = listed(shortened(verbs));
    merged.set(verb, [...(merged.get(verb) ?? []), object]);
  }
  return [...merged].map(([verb, objects]) => `${verb} ${listed(shortened(objects))}`.trim());
}

function shortened(words: readonly string[]): readonly string[] {
  if (words.length <= mostWords + 1) return words;
  return [...words.slice(0, mostWords), `${words.length - mostWords} more`];
}
