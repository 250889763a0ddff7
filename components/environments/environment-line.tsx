'use client';

import { ContextCode } from '@/components/ui/context-code';
import { Time } from '@/components/ui/time';
import type { EnvironmentRow } from '@/lib/domain/environment-view';
import { DayStrip } from './day-strip';
import { EnvironmentState, type ShownState } from './environment-state';
import { LastChange } from './last-change';
import { PowerButton } from './power-button';

export interface EnvironmentLineProps {
  row: EnvironmentRow;
  /** On its way to another status by this page's button. */
  pending: 'starting' | 'stopping' | undefined;
  isFresh: boolean;
  onPower: (row: EnvironmentRow, to: 'start' | 'stop') => void;
}

/** One environment. Roles are spelled out because a phone lays the cells out as a list, which would unmake the table. */
export function EnvironmentLine({ row, pending, isFresh, onPower }: EnvironmentLineProps) {
  const state: ShownState = pending ?? row.status;
  return (
    <tr role="row" className={isFresh ? 'flash' : undefined}>
      <td role="rowheader" className="desc c-name">
        <span className="t1" title={row.url}>
          {row.name}
        </span>
        {row.displayName !== row.name && <span className="t2">{row.displayName}</span>}
      </td>
      <td role="cell" className="c-project">
        <ContextCode context={row.context} />
      </td>
      <td role="cell" className="c-status">
        <EnvironmentState state={state} />
      </td>
      <td role="cell" className="num c-nodes">
        {row.nodeCount}
      </td>
      <td role="cell" className="c-day">
        <DayStrip history={row.history} />
      </td>
      <td role="cell" className="c-change">
        <LastChange change={row.lastChange} />
      </td>
      <td role="cell" className="dim c-when">
        <Time at={row.lastChange?.at ?? row.changedAt} />
      </td>
      <td role="cell" className="c-act">
        <PowerButton
          row={row}
          isBusy={pending !== undefined}
          onStart={() => onPower(row, 'start')}
          onStop={() => onPower(row, 'stop')}
        />
      </td>
    </tr>
  );
}
