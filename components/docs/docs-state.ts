'use client';

import { useSyncExternalStore } from 'react';
import { sampleLanguages, type SampleLanguage } from './sample-text';

/** One value that every entry of the page shares. Kept in memory alone: it is gone with the page. */
function shared<Value>(first: Value) {
  let value = first;
  const listeners = new Set<() => void>();
  const subscribe = (listener: () => void) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  };
  const set = (next: Value) => {
    value = next;
    for (const listener of listeners) listener();
  };
  return {
    set,
    use: () =>
      useSyncExternalStore(
        subscribe,
        () => value,
        () => first,
      ),
  };
}

const language = shared<SampleLanguage>(sampleLanguages[0]);
// The secret that is tried with: never in storage, in an address or in the document.
const secret = shared('');

/** The language of all samples. */
export const useSampleLanguage = () => [language.use(), language.set] as const;

/** What was pasted to try operations with. */
export const useHeldSecret = () => [secret.use(), secret.set] as const;
