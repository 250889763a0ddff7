'use client';

import { ShieldAlert } from 'lucide-react';
import Link from 'next/link';
import { Button } from '@/components/ui/button';
import type { LeakNoticeView } from '@/lib/domain/leak-report';
import { leakAdvice, leakSentence } from './leak-words';
import { useLeakNotice } from './use-leak-notice';

/** Tells the owner which of their secrets were reported as leaked, until they have taken note of it. */
export function LeakNotice({ first }: { first: LeakNoticeView }) {
  const { notice, dismiss } = useLeakNotice(first);
  const { reports, isMore } = notice;
  if (reports.length === 0) return null;
  return (
    <div className="callout" role="status">
      <ShieldAlert className="i" aria-hidden="true" />
      <div>
        {reports.map((report) => (
          <p key={report.seq}>{leakSentence(report)}</p>
        ))}
        <p>
          {leakAdvice(reports.length)}{' '}
          <Link href="/profile/activity?action=leak.reported">
            {isMore ? 'There are more in your activity' : 'Who reported it, and when'}
          </Link>
        </p>
      </div>
      <Button size="small" variant="plain" onClick={dismiss}>
        Dismiss
      </Button>
    </div>
  );
}
