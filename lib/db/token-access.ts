import { LRUCache } from 'lru-cache';
import { accessSchema, type Access } from '@/lib/domain/grant';

/** The two columns that hold an access. */
export interface AccessColumns {
  access: string;
  grants: string;
}

const fullAccess: Access = Object.freeze({ kind: 'full' });
const limitedAccesses = new LRUCache<string, Access>({
  max: 5_000,
  maxSize: 32_000_000,
  sizeCalculation: (_, text) => text.length + 1,
});

/** An access as it is stored. Entries come in the order the verb has put them in, so that equal rights are equal text. */
export function accessColumns(access: Access): AccessColumns {
  return { access: access.kind, grants: access.kind === 'full' ? '[]' : JSON.stringify(access.entries) };
}

/**
 * An access as it was stored. Equal text gives the very same object, so that what is worked out of it can be kept beside
 * it. A row that cannot be read throws: it never becomes full access.
 */
export function accessOf(columns: AccessColumns): Access {
  if (columns.access === 'full') return fullAccess;
  const known = limitedAccesses.get(columns.grants);
  if (known !== undefined) return known;
  const access = accessSchema.parse({ kind: columns.access, entries: JSON.parse(columns.grants) });
  limitedAccesses.set(columns.grants, access);
  return access;
}
