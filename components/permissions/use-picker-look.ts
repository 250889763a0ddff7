'use client';

import { useCallback, useEffect, useMemo, useState, type RefObject } from 'react';

/** How the list is looked at. */
export interface LookMemory {
  query: string;
  isOnlyChecked: boolean;
  /** Components whose operations are folded away. */
  closed: ReadonlySet<string>;
  /** Key of the line that holds the keyboard's place. */
  current: string | null;
}

export interface PickerLook extends LookMemory {
  setQuery: (query: string) => void;
  setOnlyChecked: (isOnlyChecked: boolean) => void;
  setClosed: (component: string, isClosed: boolean) => void;
  setCurrent: (key: string) => void;
}

export const freshLook: LookMemory = { query: '', isOnlyChecked: false, closed: new Set(), current: null };

/**
 * The look is state of the picker alone, so that a keystroke draws nothing else; `memory` outlives it, so that leaving
 * the form and coming back finds it as it was.
 */
export function usePickerLook(memory: RefObject<LookMemory>): PickerLook {
  const [look, setLook] = useState(memory.current);
  useEffect(() => {
    memory.current = look;
  }, [memory, look]);
  const setQuery = useCallback((query: string) => setLook((before) => ({ ...before, query })), []);
  const setOnlyChecked = useCallback(
    (isOnlyChecked: boolean) => setLook((before) => ({ ...before, isOnlyChecked })),
    [],
  );
  const setCurrent = useCallback(
    (current: string) => setLook((before) => (before.current === current ? before : { ...before, current })),
    [],
  );
  const setClosed = useCallback((component: string, isClosed: boolean) => {
    setLook((before) => {
      const closed = new Set(before.closed);
      if (isClosed) closed.add(component);
      else closed.delete(component);
      return { ...before, closed };
    });
  }, []);
  return useMemo(
    () => ({ ...look, setQuery, setOnlyChecked, setClosed, setCurrent }),
    [look, setQuery, setOnlyChecked, setClosed, setCurrent],
  );
}
