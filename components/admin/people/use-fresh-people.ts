'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useLiveFeed } from '@/components/shell/live-feed';

const freshMilliseconds = 3_000;

/** Reads the page again when a person was changed, here or elsewhere, and says whose line to mark for three seconds. */
export function useFreshPeople(): { fresh: ReadonlySet<string>; mark: (id: string) => void } {
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
      if (change.outcome === 'done' && change.subjectKind === 'person') mark(change.subjectId);
    },
    undefined,
    () => router.refresh(),
  );
  return { fresh, mark };
}
