'use client';

import { useCallback, useLayoutEffect, useRef, type KeyboardEvent, type RefObject } from 'react';
import { GroupRow } from './group-row';
import { OperationRow } from './operation-row';
import type { PickerIndex } from './picker-index';
import { keyStep } from './picker-keys';
import type { PickerRow } from './picker-rows';
import { tickOf, toggleOperation, toggleOperations, type PickerState } from './picker-state';
import type { PickerLook } from './use-picker-look';
import { useRowWindow } from './use-row-window';

export interface PickerListProps {
  index: PickerIndex;
  state: PickerState;
  checked: ReadonlySet<string>;
  rows: readonly PickerRow[];
  look: PickerLook;
  onChange: (change: (state: PickerState) => PickerState) => void;
  scroller: RefObject<HTMLElement | null>;
  /** Up from the first line leads back to the search. */
  onLeave: () => void;
  /** Filled with what leads from the search to the first line. */
  enter: RefObject<() => void>;
}

/** The lines in sight. One tab stop; arrows move it, Space ticks, Left and Right fold. */
export function PickerList(props: PickerListProps) {
  const { index, state, checked, rows, look, onChange, scroller, onLeave, enter } = props;
  const list = useRef<HTMLDivElement>(null);
  /** The line to focus as soon as it is drawn. */
  const wish = useRef<string | null>(null);
  const { setCurrent, setClosed, isOnlyChecked } = look;
  const currentAt = Math.max(
    0,
    rows.findIndex((row) => row.key === look.current),
  );
  const sight = useRowWindow(rows, currentAt, { list, scroller });
  const tickable = index.tickableIn(state.active);
  const isFiltered = isOnlyChecked || look.query.trim() !== '';

  const grantWish = () => {
    if (wish.current === null) return;
    const box = list.current?.querySelector<HTMLInputElement>(
      `[data-row="${CSS.escape(wish.current)}"] input`,
    );
    if (box === null || box === undefined) return;
    wish.current = null;
    box.focus({ preventScroll: true });
  };
  const goTo = (at: number) => {
    const row = rows[at];
    if (row === undefined) return;
    wish.current = row.key;
    sight.scrollTo(at);
    setCurrent(row.key);
    grantWish();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !(event.target instanceof HTMLInputElement)) return;
    if (event.key === 'Enter') event.preventDefault();
    if (event.key === 'ArrowUp' && currentAt === 0) {
      event.preventDefault();
      onLeave();
      return;
    }
    const step = keyStep(rows, currentAt, event.key);
    if (step === null) return;
    event.preventDefault();
    if (step.kind === 'move') goTo(step.to);
    else setClosed(step.component, step.kind === 'close');
  };
  const onToggle = useCallback(
    (code: string) => onChange((before) => toggleOperation(index, before, code)),
    [index, onChange],
  );
  const onToggleGroup = useCallback(
    (codes: readonly string[]) => onChange((before) => toggleOperations(index, before, codes)),
    [index, onChange],
  );

  useLayoutEffect(() => {
    grantWish();
    enter.current = () => goTo(0);
  });

  return (
    <div
      className={sight.isNarrow ? 'ops narrow' : 'ops'}
      ref={list}
      role="grid"
      aria-label="Permissions"
      aria-rowcount={rows.length}
      onKeyDown={onKeyDown}
    >
      <div role="rowgroup" className="lines" style={{ height: sight.totalHeight }}>
        {sight.lines.map(({ at, key, top, isStuck }) => {
          const row = rows[at];
          if (row === undefined) return null;
          const common = { line: at, top, isCurrent: at === currentAt, onCurrent: setCurrent };
          return row.kind === 'group' ? (
            <GroupRow
              key={key}
              {...common}
              group={row.group}
              shown={row.shown}
              tick={tickOf(index, state, row.shown)}
              checkedCount={row.group.codes.filter((code) => checked.has(code)).length}
              mayTick={row.shown.some((code) => tickable.has(code))}
              isOpen={row.isOpen}
              isFiltered={isFiltered}
              isStuck={isStuck}
              onToggle={onToggleGroup}
              onFold={setClosed}
            />
          ) : (
            <OperationRow
              key={key}
              {...common}
              operation={row.operation}
              match={row.match}
              isChecked={checked.has(row.key)}
              whyNot={index.whyNot(row.operation, state.active)}
              onToggle={onToggle}
            />
          );
        })}
      </div>
    </div>
  );
}
