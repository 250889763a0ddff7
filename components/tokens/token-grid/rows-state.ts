import type { TokenRow } from '@/lib/domain/token-view';

/** What the grid knows of the person's tokens: all of them once `rows` is as long as `total`. */
export interface RowsState {
  rows: readonly TokenRow[];
  total: number;
}

/** One use of a token, as the feed tells it. `at` is ISO 8601. */
export interface TokenUsed {
  tokenId: string;
  at: string;
  address: string;
  userAgent: string;
}

export type RowsAction =
  | { kind: 'chunk'; rows: readonly TokenRow[]; total: number }
  | { kind: 'replaced'; rows: readonly TokenRow[]; total: number }
  | { kind: 'row'; row: TokenRow }
  | { kind: 'removed'; ids: ReadonlySet<string> }
  | { kind: 'used'; uses: readonly TokenUsed[] };

/** The next rows. An answer that is older than what is known never takes a row back to an older version. */
export function nextRows(state: RowsState, action: RowsAction): RowsState {
  switch (action.kind) {
    case 'chunk':
      return { rows: merge(state.rows, action.rows), total: action.total };
    case 'replaced':
      return { rows: action.rows, total: action.total };
    case 'row': {
      const isNew = !state.rows.some((row) => row.id === action.row.id);
      return { rows: merge(state.rows, [action.row]), total: state.total + (isNew ? 1 : 0) };
    }
    case 'removed': {
      const rows = state.rows.filter((row) => !action.ids.has(row.id));
      return { rows, total: state.total - (state.rows.length - rows.length) };
    }
    case 'used':
      return { ...state, rows: withUses(state.rows, action.uses) };
  }
}

function merge(known: readonly TokenRow[], incoming: readonly TokenRow[]): readonly TokenRow[] {
  const byId = new Map(known.map((row) => [row.id, row]));
  for (const row of incoming) {
    const old = byId.get(row.id);
    if (old === undefined || old.version <= row.version) byId.set(row.id, withLaterUse(row, old));
  }
  return [...byId.values()];
}

// Last used is written behind: the feed may already know of a use that the answer does not.
function withLaterUse(row: TokenRow, old: TokenRow | undefined): TokenRow {
  if (old === undefined || old.lastUsedAt === null || (row.lastUsedAt ?? '') >= old.lastUsedAt) return row;
  const { lastUsedAt, lastUsedAddress, lastUsedAgent } = old;
  return { ...row, lastUsedAt, lastUsedAddress, lastUsedAgent };
}

function withUses(rows: readonly TokenRow[], uses: readonly TokenUsed[]): readonly TokenRow[] {
  const latest = new Map<string, TokenUsed>();
  for (const use of uses) {
    const other = latest.get(use.tokenId);
    if (other === undefined || other.at <= use.at) latest.set(use.tokenId, use);
  }
  return rows.map((row) => {
    const use = latest.get(row.id);
    if (use === undefined || (row.lastUsedAt !== null && row.lastUsedAt >= use.at)) return row;
    return { ...row, lastUsedAt: use.at, lastUsedAddress: use.address, lastUsedAgent: use.userAgent };
  });
}
