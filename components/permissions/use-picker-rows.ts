'use client';

import { useDeferredValue, useMemo } from 'react';
import type { PickerIndex } from './picker-index';
import { pickerRows, type PickerRow } from './picker-rows';
import { createSearch } from './picker-search';
import type { PickerLook } from './use-picker-look';

/** The lines to show. The query is deferred: a keystroke paints in the field first, the list follows. */
export function usePickerRows(
  index: PickerIndex,
  look: PickerLook,
  checked: ReadonlySet<string>,
): PickerRow[] {
  const search = useMemo(() => createSearch(index), [index]);
  const query = useDeferredValue(look.query);
  const matches = useMemo(() => search(query), [search, query]);
  const only = look.isOnlyChecked ? checked : null;
  return useMemo(
    () => pickerRows(index, { matches, only, closed: look.closed }),
    [index, matches, only, look.closed],
  );
}
