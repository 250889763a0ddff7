'use client';

import { useDeferredValue, useMemo, useState, type ReactNode } from 'react';
import type { KeyComponents } from '@/components/tokens/key-geometry';
import { toast } from '@/components/ui/toast';
import type { GrantRequestView } from '@/lib/domain/grant-request';
import type { TokenRow } from '@/lib/domain/token-view';
import { DeskDialogs, loadDialogs, type DeskDialog } from './desk-dialogs';
import { LinkRefusal } from './link-refusal';
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
import { useGrantLink } from './use-grant-link';
import { useGrid } from './use-grid';
import { useIsHydrated, usePageNow } from './use-page-now';
import { useIsNarrow } from './use-is-narrow';
import { useTokenRows } from './use-token-rows';
import { useTokenTable } from './use-token-table';

export interface TokenDeskProps {
  /** The first rows, and how many there are. */
  rows: readonly TokenRow[];
  total: number;
  counts: SentenceCounts;
  components: KeyComponents;
  /** The e-mail address of who is signed in, for password managers. */
  username: string;
  /** When the server made the page, ISO 8601. */
  servedAt: string;
  /** What the link of a refusal asks for, where one led here. */
  grantRequest: GrantRequestView | null;
  children?: ReactNode;
}

/** The page of one's own tokens: the sentence, the tools, the grid, its foot, and the dialogs over it. */
export function TokenDesk(props: TokenDeskProps) {
  const { rows, total, counts, components, username, servedAt } = props;
  const now = usePageNow(servedAt);
  const isHydrated = useIsHydrated();
  const isNarrow = useIsNarrow();
  const tokens = useTokenRows({ rows, total });
  const [filter, setFilter] = useState<TokenFilter>(noFilter);
  const link = useGrantLink(props.grantRequest);
  const [dialog, setDialog] = useState<DeskDialog>(link.first);

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

  const open = (kind: 'edit' | 'copy', ids: readonly string[]) => {
    const reason = kind === 'edit' ? editReason(ids.length) : copyReason(ids.length);
    const [id] = ids;
    if (reason !== null || id === undefined) toast(reason ?? 'That token is gone');
    else setDialog({ kind, id });
  };
  const remove = (ids: readonly string[]) => {
    const reason = removeReason(ids.length);
    if (reason === null) setDialog({ kind: 'remove', ids });
    else toast(reason);
  };
  const grid = useGrid(order, { onEdit: (ids) => open('edit', ids), onRemove: remove });
  const change = (part: Partial<TokenFilter>) => setFilter((last) => ({ ...last, ...part }));
  const done = (row: TokenRow) => {
    // The feed may have brought a new row already; that it was made here is what counts.
    const isNew = dialog?.kind === 'generate' || dialog?.kind === 'copy';
    tokens.putRow(row, isNew ? 'fresh' : null);
    if (isNew) grid.goTo(row.id);
  };
  const removed = (ids: readonly string[]) => {
    setDialog(null);
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
        {link.refusal !== null && <LinkRefusal sentence={link.refusal} onDismiss={link.dismiss} />}
        {props.children}
      </div>
      <TokenBar
        rows={tokens.rows}
        table={table}
        grid={grid}
        filter={filter}
        onFilter={change}
        isReading={tokens.reading.isReading && isHydrated}
        isEmpty={isEmpty}
        onGenerate={() => setDialog({ kind: 'generate' })}
        onEdit={() => open('edit', grid.chosen)}
        onCopy={() => open('copy', grid.chosen)}
        onRemove={() => remove(grid.chosen)}
        onRefresh={tokens.refresh}
        onApproach={() => void loadDialogs()}
      />
      {isEmpty && <NoTokens now={now} onGenerate={() => setDialog({ kind: 'generate' })} />}
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
      <DeskDialogs
        dialog={dialog}
        rows={tokens.rows}
        components={components}
        now={now}
        username={username}
        onClose={() => setDialog(null)}
        onDone={done}
        onRemoved={removed}
        onStale={tokens.refresh}
      />
    </>
  );
}
