'use client';

import { Ban, RotateCw } from 'lucide-react';
import dynamic from 'next/dynamic';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useMemo, useState } from 'react';
import { FoldedFilters } from '@/components/admin/folded-filters';
import type { KeyComponents } from '@/components/tokens/key-geometry';
import { CountTag } from '@/components/tokens/token-grid/count-tag';
import { useGrid } from '@/components/tokens/token-grid/use-grid';
import { usePageNow } from '@/components/tokens/token-grid/use-page-now';
import { Button } from '@/components/ui/button';
import { toast } from '@/components/ui/toast';
import type { AllTokensView } from '@/lib/domain/admin-view';
import { isNarrowing, type AllTokensFilter } from '@/lib/domain/all-tokens-filter';
import { capitalised, counted } from '@/lib/domain/number-words';
import { AllTokensFilters } from './all-tokens-filters';
import { AllTokensLedger } from './all-tokens-ledger';

const RevokeDialog = dynamic(() => import('./revoke-dialog').then((file) => file.RevokeDialog), {
  ssr: false,
});

export interface AllTokensDeskProps {
  path: string;
  view: AllTokensView;
  filter: AllTokensFilter;
  components: KeyComponents;
  /** When the server made the page, ISO 8601. */
  servedAt: string;
  /** For password managers. */
  username: string;
  mayRevoke: boolean;
  maySeeLog: boolean;
}

/** Everyone's tokens: filters, what is in hand, the ledger, and the dialog that revokes. */
export function AllTokensDesk(props: AllTokensDeskProps) {
  const { path, view, filter, components, servedAt, username, mayRevoke, maySeeLog } = props;
  const now = usePageNow(servedAt);
  const router = useRouter();
  const [revokedIds, setRevokedIds] = useState<readonly string[] | null>(null);
  const order = useMemo(() => view.rows.map(({ id }) => id), [view.rows]);
  const ask = (ids: readonly string[]) => {
    if (mayRevoke && ids.length > 0) setRevokedIds(ids);
  };
  const grid = useGrid(order, { onEdit: () => undefined, onRemove: ask });
  const chosen = grid.chosen.length;
  const done = (ids: readonly string[]) => {
    setRevokedIds(null);
    grid.forget(ids);
    router.refresh();
    toast.success(`${capitalised(counted(ids.length, 'token'))} ${ids.length === 1 ? 'is' : 'are'} revoked.`);
  };
  return (
    <>
      <div className="bar wraps">
        <FoldedFilters label="Filter and sort">
          <AllTokensFilters path={path} filter={filter} owners={view.owners} />
        </FoldedFilters>
        {mayRevoke && (
          <Button
            variant={chosen > 0 ? 'end' : 'outline'}
            icon={<Ban aria-hidden="true" />}
            disabledReason={chosen === 0 ? 'Select the tokens to revoke' : null}
            onClick={() => ask(grid.chosen)}
          >
            Revoke
          </Button>
        )}
        <CountTag
          chosen={chosen}
          hidden={grid.selection.selectedIds.size - chosen}
          onClear={() => grid.dispatch({ kind: 'clear' })}
        />
        {isNarrowing(filter) && (
          <Link className="lnk" href={path}>
            Clear filters
          </Link>
        )}
        <span className="sp" />
        <Button icon={<RotateCw aria-hidden="true" />} aria-label="Refresh" onClick={() => router.refresh()}>
          <span className="d-only">Refresh</span>
        </Button>
      </div>
      {view.rows.length > 0 && (
        <AllTokensLedger
          rows={view.rows}
          components={components}
          now={now}
          sort={filter.sort}
          grid={mayRevoke ? grid : null}
          maySeeLog={maySeeLog}
        />
      )}
      {revokedIds !== null && (
        <RevokeDialog
          tokens={view.rows.filter(({ id }) => revokedIds.includes(id))}
          components={components}
          now={now}
          username={username}
          onClose={() => setRevokedIds(null)}
          onRemoved={done}
          onStale={() => router.refresh()}
        />
      )}
    </>
  );
}
