'use client';

import { useRef, type ReactNode, type RefObject } from 'react';
import { Button } from '../ui/button';
import { PickerBar } from './picker-bar';
import type { PickerIndex } from './picker-index';
import { PickerList } from './picker-list';
import { checkedIn, type PickerState } from './picker-state';
import { usePickerLook, type LookMemory, type PickerLook } from './use-picker-look';
import { usePickerRows } from './use-picker-rows';
import './picker.css';

export interface PermissionPickerProps {
  index: PickerIndex;
  state: PickerState;
  /** Where the look of the list is kept while the picker is away. */
  memory: RefObject<LookMemory>;
  /** Must stay the same function between renders, or every line is drawn again. */
  onChange: (change: (state: PickerState) => PickerState) => void;
  /** What is wrong with the picks, above the list. */
  notice?: ReactNode;
  /** What scrolls when the picker is part of one long page (phones). */
  scroller: RefObject<HTMLElement | null>;
  searchRef: RefObject<HTMLInputElement | null>;
}

/** Every operation of the catalog, to tick for the context on view; virtual, so that 2,000 of them stay smooth. */
export function PermissionPicker(props: PermissionPickerProps) {
  const { index, state, memory, onChange, notice, scroller, searchRef } = props;
  const look = usePickerLook(memory);
  const enter = useRef<() => void>(() => undefined);
  const checked = checkedIn(index, state, state.active);
  const rows = usePickerRows(index, look, checked);
  return (
    <div className="pick">
      <PickerBar
        index={index}
        state={state}
        look={look}
        searchRef={searchRef}
        onChange={onChange}
        onEnterList={() => enter.current()}
      />
      {notice}
      {rows.length === 0 ? (
        <NothingFound look={look} context={state.active} />
      ) : (
        <PickerList
          index={index}
          state={state}
          checked={checked}
          rows={rows}
          look={look}
          onChange={onChange}
          scroller={scroller}
          onLeave={() => searchRef.current?.focus()}
          enter={enter}
        />
      )}
    </div>
  );
}

function NothingFound({ look, context }: { look: PickerLook; context: string }) {
  const query = look.query.trim();
  const subject = look.isOnlyChecked ? 'Nothing that is checked' : 'No permission';
  return (
    <div className="nofind" role="status">
      <p>
        {query === ''
          ? `Nothing is checked in ${context}.`
          : `${subject} has “${query}” in its code or its summary.`}
      </p>
      <Button
        onClick={() => {
          look.setQuery('');
          look.setOnlyChecked(false);
        }}
      >
        Show all
      </Button>
    </div>
  );
}
