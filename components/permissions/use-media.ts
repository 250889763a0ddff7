'use client';

import { useCallback, useSyncExternalStore } from 'react';

/** Under this width a dialog is one column that scrolls as a whole (07-look). */
export const stackedQuery = '(max-width: 640px)';

/** True while the media query holds. False on the server. */
export function useMedia(query: string): boolean {
  const subscribe = useCallback(
    (listener: () => void) => {
      const list = window.matchMedia(query);
      list.addEventListener('change', listener);
      return () => list.removeEventListener('change', listener);
    },
    [query],
  );
  return useSyncExternalStore(subscribe, () => window.matchMedia(query).matches, () => false);
}
