'use client';

import { useSyncExternalStore } from 'react';

const tickMilliseconds = 10_000;
let current = new Date();
let timer: ReturnType<typeof setInterval> | undefined;
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  // One clock for the whole page, however many times it is shown.
  timer ??= setInterval(() => {
    current = new Date();
    for (const each of listeners) each();
  }, tickMilliseconds);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

function now(): Date {
  if (timer === undefined && Date.now() - current.getTime() > 1_000) current = new Date();
  return current;
}

/** The present, renewed every ten seconds, the same for all who ask on a page. */
export function useNow(): Date {
  return useSyncExternalStore(subscribe, now, now);
}
