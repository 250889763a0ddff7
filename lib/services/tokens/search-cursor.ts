import { z } from 'zod';
import type { TokenSort } from '@/lib/db/all-tokens';
import type { TokenCursor } from '@/lib/domain/all-tokens-filter';
import type { ListTokensQuery } from '@/lib/domain/api/list-tokens-query';
import { DeskError } from '@/lib/domain/errors';

type SortName = ListTokensQuery['sort'];

const columns = {
  created: 'number',
  lastUsed: 'lastUsedAt',
  expires: 'expiresAt',
  description: 'description',
} as const;

/** How the database sorts. Never used stands before every use, never ending after every end. */
export function searchSort(name: SortName): TokenSort {
  const isDescending = name.startsWith('-');
  const column = columns[name.replace('-', '') as keyof typeof columns];
  const isNeverSmall = column !== 'expiresAt';
  return { column, isDescending, nulls: isNeverSmall === isDescending ? 'last' : 'first' };
}

const cursorSchema = z.tuple([
  z.string(),
  z.union([z.number(), z.string().max(255), z.null()]),
  z.int().positive(),
]);

/** A cursor as it stands in an address: opaque, and good for the order it was made in. */
export function printSearchCursor(sort: SortName, { value, number }: TokenCursor): string {
  return Buffer.from(JSON.stringify([sort, value, number])).toString('base64url');
}

/** Reads a cursor. Throws invalid_input for one of another order, or none at all. */
export function parseSearchCursor(sort: SortName, text: string): TokenCursor {
  const parsed = cursorSchema.safeParse(parseJson(Buffer.from(text, 'base64url').toString('utf8')));
  const [madeFor, value, number] = parsed.success ? parsed.data : ['', null, 0];
  const isDate = sort.endsWith('lastUsed') || sort.endsWith('expires');
  const isFit = sort.endsWith('description')
    ? typeof value === 'string'
    : isDate
      ? typeof value !== 'string'
      : value === null;
  if (madeFor === sort && isFit) return { value, number };
  const message = 'The cursor is not one of this list.';
  throw new DeskError('invalid_input', message, { issues: [{ path: 'query.cursor', message }] });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
