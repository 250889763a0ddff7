'use client';

import { useCallback, useMemo, useState } from 'react';

/** How the list is looked at: kept beside the picks, so that leaving the form and coming back finds it as it was. */
export interface PickerLook {
  query: string;
  isOnlyChecked: boolean;
  /** Components whose operations are folded away. */
  closed: ReadonlySet<string>;
  /** Key of the line that holds the keyboard's place. */
  current: string | null;
  setQuery: (query: string) => void;
  setOnlyChecked: (isOnlyChecked: boolean) => void;
  setClosed: (component: string, isClosed: boolean) => void;
  setCurrent: (key: string) => void;
}

export function usePickerLook(): PickerLook {
  const [query, setQuery] = useState('');
  const [isOnlyChecked, setOnlyChecked] = useState(false);
  const [closed, setClosedSet] = useState<ReadonlySet<string>>(new Set());
  const [current, setCurrent] = useState<string | null>(null);
  const setClosed = useCallback((component: string, isClosed: boolean) => {
    setClosedSet((before) => {
      const next = new Set(before);
      if (isClosed) next.add(component);
      else next.delete(component);
      return next;
    });
  }, []);
  return useMemo(
    () => ({ query, isOnlyChecked, closed, current, setQuery, setOnlyChecked, setClosed, setCurrent }),
    [query, isOnlyChecked, closed, current, setClosed],
  );
}
