import type { Catalog } from './catalog';
import { globalContext, projectContext, projectKeyOf, projectKeySchema, type Context } from './context';
import { accessSchema, type Access } from './grant';
import { permissionSchema } from './permission';

/** Full access, as a scope string. */
export const fullScope = '**';

/** What a scope string means, or why it means nothing, in a sentence. */
export type ParsedScope = { isScope: true; access: Access } | { isScope: false; problem: string };

/** The longest that is read. 64 KB of body hold no more. */
export const scopeMaxLength = 60_000;

/**
 * Parses a scope string (04-wire §3): full access, or `<context>:<Code>` separated by spaces, split at the last colon, with the
 * contexts `global`, `project:key:KEY` and `project:id:ID`. `keyOfProject` knows the projects by id; null for any other.
 * Whether a permission exists and may be given, the verbs say.
 */
export function parseScope(text: string, keyOfProject: (id: string) => string | null): ParsedScope {
  if (text.length > scopeMaxLength) return refused(`A scope has at most ${scopeMaxLength} characters.`);
  if (!/^[\x20-\x7e]*$/.test(text)) return refused('A scope is made of visible ASCII characters and spaces.');
  const items = text.split(' ').filter((item) => item !== '');
  if (items.includes(fullScope)) {
    if (items.length > 1) return refused(`${fullScope} is full access and stands alone.`);
    return { isScope: true, access: { kind: 'full' } };
  }
  const permissions = new Map<Context, Set<string>>();
  for (const item of items) {
    const colon = item.lastIndexOf(':');
    const context = colon === -1 ? null : contextOf(item.slice(0, colon), keyOfProject);
    const code = permissionSchema.safeParse(item.slice(colon + 1));
    if (context === null || !code.success) return refused(`${quoted(item)} is not context:Code of a scope.`);
    const codes = permissions.get(context) ?? new Set();
    permissions.set(context, codes.add(code.data));
  }
  const entries = [...permissions].map(([context, codes]) => ({ context, permissions: [...codes] }));
  const access = accessSchema.safeParse({ kind: 'limited', entries });
  if (access.success) return { isScope: true, access: access.data };
  return refused(access.error.issues[0]?.message ?? 'That is not a scope.');
}

/** An access as a scope string; a permission set stands for its members of now. Equal accesses give equal strings. */
export function printScope(access: Access, catalog: Catalog): string {
  if (access.kind === 'full') return fullScope;
  return access.entries
    .flatMap((entry) => {
      const codes = 'set' in entry ? [...(catalog.sets.get(entry.set) ?? [])] : entry.permissions;
      return codes.map((code) => `${printContext(entry.context)}:${code}`);
    })
    .join(' ');
}

/** `global`, `project:key:KEY` or `project:id:ID`; null for anything else, such as the id of an unknown project. */
export function contextOf(text: string, keyOfProject: (id: string) => string | null): Context | null {
  if (text === globalContext) return globalContext;
  const [, by, name = ''] = /^project:(key|id):([A-Za-z0-9_-]+)$/.exec(text) ?? [];
  const key = by === 'id' ? keyOfProject(name) : name;
  return key !== null && projectKeySchema.safeParse(key).success ? projectContext(key) : null;
}

/** A context as scope strings name it. */
export function printContext(context: Context): string {
  const key = projectKeyOf(context);
  return key === null ? context : `project:key:${key}`;
}

function refused(problem: string): ParsedScope {
  return { isScope: false, problem };
}

/** Enough of it to find it again. */
function quoted(item: string): string {
  return item.length > 80 ? `${item.slice(0, 80)}…` : item;
}
