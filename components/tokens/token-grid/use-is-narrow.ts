'use client';

import { useSyncExternalStore } from 'react';

// The width at which the look turns the ledger into a list; the style sheets say the same.
const query = '(max-width: 640px)';

function subscribe(listener: () => void): () => void {
  const media = window.matchMedia(query);
  media.addEventListener('change', listener);
  return () => media.removeEventListener('change', listener);
}

/** Whether the screen is narrow; null on the server and until the page has come alive, when both forms are drawn. */
export function useIsNarrow(): boolean | null {
  return useSyncExternalStore<boolean | null>(
    subscribe,
    () => window.matchMedia(query).matches,
    () => null,
  );
}
