'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useLiveFeed } from '@/components/shell/live-feed';

const freshMilliseconds = 3_000;

/**
 * Reads the page again when something of these kinds was changed, here or elsewhere. `fresh` names the lines of the first
 * kind to mark for three seconds; `mark` is for a change made here.
 */
export function useFreshMarks(...kinds: readonly [string, ...string[]]) {
  const router = useRouter();
  const [fresh, setFresh] = useState<ReadonlySet<string>>(new Set());
  const mark = (id: string) => {
    router.refresh();
    setFresh((before) => new Set([...before, id]));
    setTimeout(
      () => setFresh((before) => new Set([...before].filter((each) => each !== id))),
      freshMilliseconds,
    );
  };
  useLiveFeed(
    (change) => {
      if (change.outcome !== 'done') return;
      if (change.subjectKind === kinds[0]) mark(change.subjectId);
      else if (kinds.includes(change.subjectKind)) router.refresh();
    },
    undefined,
    () => router.refresh(),
  );
  return { fresh, mark };
}
