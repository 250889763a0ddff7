'use client';

import { useCallback, useRef, useState } from 'react';
import { useLiveFeed } from '@/components/shell/live-feed';
import { toast } from '@/components/ui/toast';
import { acknowledgeLeaksAction, readLeakNoticeAction } from '@/lib/actions/tokens';
import type { LeakNoticeView } from '@/lib/domain/leak-report';

const none: LeakNoticeView = { reports: [], isMore: false };
const told = new Set(['leak.reported', 'leak.acknowledged']);

/** The leaks that the person has to be told of, kept current by the feed, and the way to be done with them. */
export function useLeakNotice(first: LeakNoticeView): { notice: LeakNoticeView; dismiss: () => void } {
  const [notice, setNotice] = useState(first);
  const isReading = useRef(false);
  const isOld = useRef(false);

  // A report of a thousand tokens is a thousand messages: one reading at a time, and one more when it has become old.
  const read = useCallback(async () => {
    isOld.current = true;
    if (isReading.current) return;
    isReading.current = true;
    try {
      while (isOld.current) {
        isOld.current = false;
        const result = await readLeakNoticeAction();
        if (result.isOk) setNotice(result.value);
      }
    } catch {
      // The desk does not answer: the feed says so, and calls again when it is back.
    } finally {
      isReading.current = false;
    }
  }, []);
  useLiveFeed(
    ({ action }) => void (told.has(action) && read()),
    undefined,
    () => void read(),
  );

  const dismiss = () => {
    const [newest] = notice.reports;
    if (newest === undefined) return;
    setNotice(none);
    const keep = (why: string) => {
      setNotice(notice);
      toast.error(why);
    };
    acknowledgeLeaksAction({ upTo: newest.seq }).then(
      (result) => !result.isOk && keep(result.error.message),
      () => keep('The desk does not answer.'),
    );
  };
  return { notice, dismiss };
}
