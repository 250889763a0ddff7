'use client';

import { useCallback, useSyncExternalStore } from 'react';

/** Under this width a dialog is one column that scrolls as a whole (07-look). */
export const stackedQuery = '(max-width: 640px)';

const lists = new Map<string, MediaQueryList>();

/** True while the media query holds. False on the server. */
export function useMedia(query: string): boolean {
  const subscribe = useCallback(
    (listener: () => void) => {
      const list = listOf(query);
      list.addEventListener('change', listener);
      return () => list.removeEventListener('change', listener);
    },
    [query],
  );
  return useSyncExternalStore(
    subscribe,
    () => listOf(query).matches,
    () => false,
  );
}

// Asking the browser anew for every render is what makes a list slow.
function listOf(query: string): MediaQueryList {
  const list = lists.get(query) ?? window.matchMedia(query);
  lists.set(query, list);
  return list;
}
