'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useLiveFeed } from '@/components/shell/live-feed';
import type { PersonRow } from '@/lib/domain/person';
import { withChanged } from './with-changed';

const freshMilliseconds = 3_000;

/**
 * The people as the server gave them, and over them what was changed here until the server gives it too. Reads the page
 * again when someone was changed elsewhere; `fresh` names the lines to mark for three seconds.
 */
export function useFreshPeople(served: readonly PersonRow[]) {
  const router = useRouter();
  const [changed, setChanged] = useState<readonly PersonRow[]>([]);
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
  const put = (person: PersonRow) => {
    setChanged((before) => [...before.filter((each) => each.id !== person.id), person]);
    mark(person.id);
  };
  return { people: withChanged(served, changed), fresh, put };
}
