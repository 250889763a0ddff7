import type { TokenRow } from '@/lib/domain/token-view';
import { tokenFacts, type TokenFacts } from './token-facts';

/** The columns that can be sorted by. */
export const sortColumns = [
  'description',
  'access',
  'context',
  'expires',
  'lastUsed',
  'created',
  'status',
] as const;
export type SortColumn = (typeof sortColumns)[number];

export type SortKey = number | string;

const words = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });
const urgency = { ending: 0, narrowed: 1, waiting: 2, active: 3, paused: 4, expired: 5 } as const;
// Beyond every date that an expiry may have (the year 9999), so that the three groups of a column never mix.
const never = 1e15;
const past = 2e15;

/** What a column compares, worked out once per row: 10,000 rows are compared some 130,000 times. */
export function sortKey(column: SortColumn, row: TokenRow, now: Date): SortKey {
  switch (column) {
    case 'description':
      return row.description;
    case 'access':
      return row.access === 'full' ? Infinity : row.permissionCount - row.withdrawnCount;
    case 'context':
      return row.access === 'full' ? '' : row.contexts.join(' ');
    case 'expires':
      return endKey(tokenFacts(row, now));
    case 'lastUsed':
      return tokenFacts(row, now).lastUsedAt?.getTime() ?? 0;
    case 'created':
      return tokenFacts(row, now).createdAt.getTime();
    case 'status': {
      const facts = tokenFacts(row, now);
      return urgency[facts.status] * (past + never) + endKey(facts);
    }
  }
}

/** Ascending: words by the alphabet with numbers as numbers, everything else by size. */
export function compareKeys(left: SortKey, right: SortKey): number {
  if (typeof left === 'string' || typeof right === 'string')
    return words.compare(String(left), String(right));
  return left < right ? -1 : left > right ? 1 : 0;
}

/**
 * The staircase: what ends soonest first, then what never ends, then what has ended, the latest first. The past stands
 * last because nothing more can be done about it.
 */
function endKey(facts: TokenFacts): number {
  if (facts.expiresAt === null) return never;
  return facts.isEnded ? past - facts.expiresAt.getTime() : facts.expiresAt.getTime();
}
