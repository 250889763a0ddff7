'use client';

import { ListChecks, Search } from 'lucide-react';
import type { KeyboardEvent, RefObject } from 'react';
import { Checkbox } from '../ui/checkbox';
import { TickMenu } from './tick-menu';
import type { PickerIndex } from './picker-index';
import type { PickerLook } from './use-picker-look';
import { checkedIn, type PickerState } from './picker-state';

export interface PickerBarProps {
  index: PickerIndex;
  state: PickerState;
  look: PickerLook;
  searchRef: RefObject<HTMLInputElement | null>;
  onChange: (change: (state: PickerState) => PickerState) => void;
  /** The arrow that leads from the search into the list. */
  onEnterList: () => void;
}

/** Search, Only checked, the shortcuts, and how many are ticked. */
export function PickerBar({ index, state, look, searchRef, onChange, onEnterList }: PickerBarProps) {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') {
      event.preventDefault();
      onEnterList();
    } else if (event.key === 'Enter') {
      // Searching must not send the form.
      event.preventDefault();
    } else if (event.key === 'Escape' && look.query !== '') {
      event.preventDefault();
      event.stopPropagation();
      look.setQuery('');
    }
  };
  return (
    <div className="pickbar">
      <label className="input sm">
        <Search aria-hidden="true" />
        <input
          ref={searchRef}
          type="text"
          role="searchbox"
          aria-label="Search permissions"
          placeholder="Search permissions"
          autoComplete="off"
          spellCheck={false}
          value={look.query}
          onChange={(event) => look.setQuery(event.target.value)}
          onKeyDown={onKeyDown}
        />
      </label>
      <label className="onlychecked">
        <Checkbox checked={look.isOnlyChecked} onCheckedChange={look.setOnlyChecked} />
        Only checked
      </label>
      <TickMenu
        index={index}
        state={state}
        onChange={onChange}
        trigger={
          <button
            type="button"
            className="iconbtn tickmenu"
            aria-label="Tick several at once"
            title="Tick several at once"
          >
            <ListChecks aria-hidden="true" />
          </button>
        }
      />
      <span className="tot" aria-live="polite">
        <b>{checkedIn(index, state, state.active).size}</b> of {index.operations.length}
      </span>
    </div>
  );
}
