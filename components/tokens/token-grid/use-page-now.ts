'use client';

import { useSyncExternalStore } from 'react';
import { useNow } from '@/components/ui/use-now';

const never = () => () => undefined;

/** False on the server and in the first render of the browser, which must agree; true from then on. */
export function useIsHydrated(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}

/** The present: the server's until the page has come alive, then the browser's, renewed every ten seconds. */
export function usePageNow(serverNow: string): Date {
  const now = useNow();
  const isHydrated = useIsHydrated();
  return isHydrated ? now : new Date(serverNow);
}
