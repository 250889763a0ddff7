'use client';

import { useMemo } from 'react';
import type { PickerIndex } from './picker-index';
import { pickerRows, type PickerRow } from './picker-rows';
import { createSearch } from './picker-search';
import type { PickerLook } from './use-picker-look';

/**
 * The lines to show, in the same frame as the keystroke: the search takes a few milliseconds, and an arrow key that follows
 * at once must find the lines that it is meant for.
 */
export function usePickerRows(
  index: PickerIndex,
  look: PickerLook,
  checked: ReadonlySet<string>,
): PickerRow[] {
  const search = useMemo(() => createSearch(index), [index]);
  const matches = useMemo(() => search(look.query), [search, look.query]);
  const only = look.isOnlyChecked ? checked : null;
  return useMemo(
    () => pickerRows(index, { matches, only, closed: look.closed }),
    [index, matches, only, look.closed],
  );
}
