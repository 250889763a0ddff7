/** What is wanted of an object: members by name, with what is wanted of them; null for all of it. `*` stands for every name. */
export type Selection = ReadonlyMap<string, Selection | null>;

const maxLength = 2_000;
const maxDepth = 8;
const everything = '*';
const namePattern = /^(?:\*|[A-Za-z_$][A-Za-z0-9_$]{0,63})$/;

/**
 * Parses a selection: names separated by commas, each with one of its own in parentheses if wanted, such as
 * `first(id,name,scope),second`. Null for what is not that, is longer than 2,000 characters or deeper than 8 levels.
 */
export function parseSelection(text: string): Selection | null {
  if (text.length > maxLength) return null;
  const marks = (text.match(/[(),]|[^(),]+/g) ?? []).map((mark) => mark.trim()).filter((mark) => mark !== '');
  const list = parseList(marks, 0, 1);
  return list?.end === marks.length ? list.selection : null;
}

/** Parses a list from the mark at `start` on; `end` is the first mark after it. */
function parseList(
  marks: readonly string[],
  start: number,
  depth: number,
): { selection: Selection; end: number } | null {
  if (depth > maxDepth) return null;
  const selection = new Map<string, Selection | null>();
  let at = start;
  for (;;) {
    const name = marks[at] ?? '';
    if (!namePattern.test(name)) return null;
    at += 1;
    let nested: Selection | null = null;
    if (marks[at] === '(') {
      const inner = parseList(marks, at + 1, depth + 1);
      if (inner === null || marks[inner.end] !== ')') return null;
      nested = inner.selection;
      at = inner.end + 1;
    }
    selection.set(name, selection.has(name) ? join(selection.get(name) ?? null, nested) : nested);
    if (marks[at] !== ',') return { selection, end: at };
    at += 1;
  }
}

/** A member that is named twice: what either wants. */
function join(one: Selection | null, other: Selection | null): Selection | null {
  if (one === null || other === null) return null;
  const all = new Map(one);
  for (const [name, nested] of other)
    all.set(name, all.has(name) ? join(all.get(name) ?? null, nested) : nested);
  return all;
}

/** What is left of a value. Names that it has not are passed over; each element of a list is selected from alike. */
export function selectFrom(value: unknown, selection: Selection): unknown {
  if (Array.isArray(value)) return value.map((each: unknown) => selectFrom(each, selection));
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).flatMap(([name, member]: [string, unknown]) => {
    const wanted = selection.get(name);
    if (wanted === undefined) return selection.has(everything) ? [[name, member]] : [];
    return [[name, wanted === null ? member : selectFrom(member, wanted)]];
  });
  return Object.fromEntries(members) as unknown;
}
