'use client';

import { useCallback, useEffect, useRef, useState } from 'react';

/** `changed`: something changed it elsewhere. `fresh`: just made here. */
export type Mark = 'changed' | 'fresh';

const shownMilliseconds = { changed: 3_000, fresh: 2_000 } as const;

/** Rows that are marked for a moment, by id, and how to mark one. */
export function useMarks(): [ReadonlyMap<string, Mark>, (id: string, mark: Mark) => void] {
  const [marks, setMarks] = useState<ReadonlyMap<string, Mark>>(new Map());
  const timers = useRef(new Map<string, ReturnType<typeof setTimeout>>());

  const mark = useCallback((id: string, kind: Mark) => {
    clearTimeout(timers.current.get(id));
    setMarks((known) => new Map(known).set(id, kind));
    const forget = () => {
      timers.current.delete(id);
      setMarks((known) => new Map([...known].filter(([each]) => each !== id)));
    };
    timers.current.set(id, setTimeout(forget, shownMilliseconds[kind]));
  }, []);

  useEffect(() => {
    const running = timers.current;
    return () => running.forEach((timer) => clearTimeout(timer));
  }, []);

  return [marks, mark];
}
