'use client';

import dynamic from 'next/dynamic';
import { useDeferredValue, useMemo, useState } from 'react';
import type { KeyComponents } from '@/components/tokens/key-geometry';
import { toast } from '@/components/ui/toast';
import type { TokenRow } from '@/lib/domain/token-view';
import { GridFoot } from './grid-foot';
import { countTokens, type SentenceCounts } from './page-sentence';
import type { GridMeta } from './table-features';
import { Sentence } from './sentence';
import { TokenBar } from './token-bar';
import { filterTokens, isFiltering, noFilter, type TokenFilter } from './token-filter';
import { NoMatch, NoTokens, RowsProblem } from './token-states';
import { TokenList } from './token-list';
import { TokenTable } from './token-table';
import { copyReason, editReason, removeReason } from './tool-reasons';
import { useGrid } from './use-grid';
import { useIsHydrated, usePageNow } from './use-page-now';
import { useIsNarrow } from './use-is-narrow';
import { useTokenRows } from './use-token-rows';
import { useTokenTable } from './use-token-table';

const loadDialogs = () =>
  import('@/components/tokens/dialogs/token-dialogs').then((file) => file.TokenDialogs);
const loadRemove = () => import('@/components/tokens/remove-dialog').then((file) => file.RemoveDialog);
// Dialogs come when they are needed: the first paint of the grid stays light.
const TokenDialogs = dynamic(loadDialogs, { ssr: false });
const RemoveDialog = dynamic(loadRemove, { ssr: false });

type Mode = { kind: 'generate' } | { kind: 'edit'; id: string } | { kind: 'copy'; id: string };

export interface TokenDeskProps {
  /** The first rows, and how many there are. */
  rows: readonly TokenRow[];
  total: number;
  counts: SentenceCounts;
  components: KeyComponents;
  /** When the server made the page, ISO 8601. */
  servedAt: string;
}

/** The page of one's own tokens: the sentence, the tools, the grid, its foot, and the dialogs over it. */
export function TokenDesk({ rows, total, counts, components, servedAt }: TokenDeskProps) {
  const now = usePageNow(servedAt);
  const isHydrated = useIsHydrated();
  const isNarrow = useIsNarrow();
  const tokens = useTokenRows({ rows, total });
  const [filter, setFilter] = useState<TokenFilter>(noFilter);
  const [mode, setMode] = useState<Mode | null>(null);
  const [removing, setRemoving] = useState<readonly string[] | null>(null);
  const [hasDialogs, setHasDialogs] = useState(false);

  // What has ended moves by itself, but no more than once a minute.
  const minute = Math.floor(now.getTime() / 60_000);
  const sortedAt = useMemo(() => new Date(minute * 60_000), [minute]);
  const asked = useDeferredValue(filter);
  const shown = useMemo(
    () => [...filterTokens(tokens.rows, asked, sortedAt)],
    [tokens.rows, asked, sortedAt],
  );
  const meta = useMemo<GridMeta>(() => ({ now, components }), [now, components]);
  const table = useTokenTable(shown, sortedAt, meta);
  const order = useMemo(() => table.rows.map((row) => row.id), [table.rows]);
  const isComplete = tokens.rows.length >= tokens.total;
  const sentence = useMemo(
    () => (isComplete ? countTokens(tokens.rows, sortedAt) : counts),
    [isComplete, tokens.rows, sortedAt, counts],
  );

  const show = (next: Mode) => {
    setHasDialogs(true);
    setMode(next);
  };
  const open = (kind: 'edit' | 'copy', ids: readonly string[]) => {
    const reason = kind === 'edit' ? editReason(ids.length) : copyReason(ids.length);
    const [id] = ids;
    if (reason !== null || id === undefined) toast(reason ?? 'That token is gone');
    else show({ kind, id });
  };
  const remove = (ids: readonly string[]) => {
    const reason = removeReason(ids.length);
    if (reason === null) setRemoving(ids);
    else toast(reason);
  };
  const grid = useGrid(order, { onEdit: (ids) => open('edit', ids), onRemove: remove });
  const change = (part: Partial<TokenFilter>) => setFilter((last) => ({ ...last, ...part }));
  const done = (row: TokenRow) => {
    const isKnown = tokens.rows.some((each) => each.id === row.id);
    tokens.putRow(row, isKnown ? null : 'fresh');
    if (!isKnown) grid.dispatch({ kind: 'press', id: row.id, isRange: false, isAdditive: false });
  };
  const removed = (ids: readonly string[]) => {
    setRemoving(null);
    grid.forget(ids);
    tokens.dropRows(ids);
  };

  const isEmpty = tokens.total === 0;
  const noMatch = shown.length === 0 && isFiltering(asked) && (
    <NoMatch isReading={!isComplete} onClear={() => setFilter(noFilter)} />
  );
  const parts = { table, grid, total: tokens.total, marks: tokens.marks, meta };
  return (
    <>
      <div className="head">
        <h1>Auth Tokens</h1>
        <Sentence counts={sentence} clause={filter.clause} onClause={(clause) => change({ clause })} />
      </div>
      <TokenBar
        rows={tokens.rows}
        table={table}
        grid={grid}
        filter={filter}
        onFilter={change}
        isReading={tokens.reading.isReading && isHydrated}
        isEmpty={isEmpty}
        onGenerate={() => show({ kind: 'generate' })}
        onEdit={() => open('edit', grid.chosen)}
        onCopy={() => open('copy', grid.chosen)}
        onRemove={() => remove(grid.chosen)}
        onRefresh={tokens.refresh}
        onApproach={() => void loadDialogs()}
      />
      {isEmpty && <NoTokens now={now} onGenerate={() => show({ kind: 'generate' })} />}
      {!isEmpty && tokens.rows.length === 0 && (
        <RowsProblem reading={tokens.reading} onRetry={tokens.refresh} />
      )}
      {!isEmpty && isNarrow !== true && <TokenTable {...parts}>{noMatch}</TokenTable>}
      {!isEmpty && isNarrow !== false && <TokenList {...parts}>{noMatch}</TokenList>}
      <GridFoot
        shown={shown.length}
        loaded={tokens.rows.length}
        total={tokens.total}
        reading={tokens.reading}
        servedAt={servedAt}
        onRetry={tokens.refresh}
      />
      {hasDialogs && (
        <TokenDialogs mode={mode} onClose={() => setMode(null)} onDone={done} components={components} />
      )}
      {removing !== null && (
        <RemoveDialog
          tokens={tokens.rows.filter((row) => removing.includes(row.id))}
          components={components}
          now={now}
          onClose={() => setRemoving(null)}
          onRemoved={removed}
          onStale={tokens.refresh}
        />
      )}
    </>
  );
}
