import type { TokenStatus } from '@/lib/domain/token';
import type { TokenRow } from '@/lib/domain/token-view';
import { tokenFacts } from './token-facts';

/** A clause of the page's sentence. */
export type Clause = 'ending' | 'neverUsed' | 'narrowed' | 'expired';

/** `everywhere` stands for full access, which names no context. */
export const everywhere = 'everywhere';

export interface TokenFilter {
  search: string;
  access: 'any' | TokenRow['access'];
  /** `any`, `everywhere`, or one context. */
  context: string;
  status: 'any' | TokenStatus;
  clause: Clause | null;
}

export const noFilter: TokenFilter = {
  search: '',
  access: 'any',
  context: 'any',
  status: 'any',
  clause: null,
};

/** The rows that pass every part of the filter, in the order given. */
export function filterTokens(rows: readonly TokenRow[], filter: TokenFilter, now: Date): readonly TokenRow[] {
  if (!isFiltering(filter)) return rows;
  const words = fold(filter.search)
    .split(/\s+/)
    .filter((word) => word !== '');
  return rows.filter(
    (row) =>
      (filter.access === 'any' || row.access === filter.access) &&
      (filter.context === 'any' || contextsOf(row).includes(filter.context)) &&
      (filter.status === 'any' || tokenFacts(row, now).status === filter.status) &&
      (filter.clause === null || isInClause(row, filter.clause, now)) &&
      words.every((word) => searchTextOf(row).includes(word)),
  );
}

/** True when the filter hides anything. */
export function isFiltering(filter: TokenFilter): boolean {
  return (
    filter.search.trim() !== '' ||
    filter.access !== 'any' ||
    filter.context !== 'any' ||
    filter.status !== 'any' ||
    filter.clause !== null
  );
}

export function isInClause(row: TokenRow, clause: Clause, now: Date): boolean {
  const facts = tokenFacts(row, now);
  switch (clause) {
    case 'ending':
      return facts.isEndingSoon;
    case 'neverUsed':
      return facts.isNeverUsed;
    case 'narrowed':
      return facts.isNarrowed;
    case 'expired':
      return facts.isEnded;
  }
}

/** The contexts that occur, for the filter's list: `everywhere` and `global` first, the others by name. */
export function contextChoices(rows: readonly TokenRow[]): string[] {
  const found = [...new Set(rows.flatMap(contextsOf))];
  const rank = (context: string) => (context === everywhere ? 0 : context === 'global' ? 1 : 2);
  return found.sort(
    (left, right) => rank(left) - rank(right) || left.localeCompare(right, 'en', { numeric: true }),
  );
}

function contextsOf(row: TokenRow): readonly string[] {
  return row.access === 'full' ? [everywhere] : row.contexts;
}

const searchTexts = new WeakMap<TokenRow, string>();

/** Every word must occur in one of these. Worked out once per row: 10,000 of them are searched at each key. */
function searchTextOf(row: TokenRow): string {
  const known = searchTexts.get(row);
  if (known !== undefined) return known;
  const set = row.access === 'full' ? 'full access' : `limited ${row.permissionSet ?? 'custom'}`;
  const text = fold([row.description, row.hint, ...contextsOf(row), set].join('\n'));
  searchTexts.set(row, text);
  return text;
}

function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}
