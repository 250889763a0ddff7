'use client';

import { ChevronDown, ChevronRight } from 'lucide-react';
import { memo, type CSSProperties } from 'react';
import { Checkbox } from '../ui/checkbox';
import type { PickerGroup } from './picker-index';
import type { Tick } from './picker-state';

export interface GroupRowProps {
  group: PickerGroup;
  /** The operations its box turns over: all of them, or those a filter lets through. */
  shown: readonly string[];
  tick: Tick;
  checkedCount: number;
  isOpen: boolean;
  /** A filter is on: the group cannot be folded away. */
  isFiltered: boolean;
  mayTick: boolean;
  isCurrent: boolean;
  /** It stays at the top while its operations scroll. */
  isStuck: boolean;
  line: number;
  top: number;
  onToggle: (codes: readonly string[]) => void;
  onFold: (component: string, isClosed: boolean) => void;
  onCurrent: (key: string) => void;
}

const checkedOf = { none: false, some: 'mixed', all: true } as const;
const mostCells = 26;

/** The head of a component: a box of three states over its operations, how many are ticked, a cell for each. */
export const GroupRow = memo(function GroupRow(props: GroupRowProps) {
  const { group, shown, tick, checkedCount, isOpen, isFiltered, mayTick, isCurrent, isStuck, line, top } =
    props;
  const { component, name, codes } = group;
  const position: CSSProperties = isStuck ? {} : { transform: `translateY(${top}px)` };
  const of = shown.length === codes.length ? 'All of' : `The ${shown.length} shown of`;
  const Chevron = isOpen ? ChevronDown : ChevronRight;
  return (
    <div
      className={`grp${isStuck ? ' stuck' : ''}${component === name ? ' service' : ''}`}
      role="row"
      aria-rowindex={line + 1}
      data-row={component}
      style={position}
    >
      <span role="gridcell">
        <Checkbox
          aria-label={`${of} ${component}`}
          aria-expanded={isOpen}
          aria-disabled={!mayTick || undefined}
          checked={checkedOf[tick]}
          tabIndex={isCurrent ? 0 : -1}
          onCheckedChange={() => {
            if (mayTick) props.onToggle(shown);
          }}
          onFocus={() => props.onCurrent(component)}
        />
      </span>
      <span role="gridcell">
        <button
          type="button"
          className="fold"
          tabIndex={-1}
          aria-label={`${isOpen ? 'Fold' : 'Unfold'} ${component}`}
          disabled={isFiltered}
          onClick={() => props.onFold(component, isOpen)}
        >
          <Chevron aria-hidden="true" />
        </button>
      </span>
      <span className="nm" role="gridcell">
        <i>{component.slice(0, component.length - name.length)}</i>
        {name}
      </span>
      <span className="ct" role="gridcell">
        <b>{checkedCount}</b> of {codes.length}
      </span>
      <Cells checked={checkedCount} all={codes.length} />
    </div>
  );
});

function Cells({ checked, all }: { checked: number; all: number }) {
  const cells = Math.min(all, mostCells);
  const on = checked === 0 ? 0 : Math.max(1, Math.floor((checked / all) * cells));
  return (
    <span className="tooth" role="presentation">
      {Array.from({ length: cells }, (_, at) => (
        <u key={at} className={at < on ? 'on' : undefined} />
      ))}
    </span>
  );
}
