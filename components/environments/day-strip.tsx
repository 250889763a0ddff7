'use client';

import { useNow } from '@/components/ui/use-now';
import type { StatusSpan } from '@/lib/domain/environment-view';
import { dayInWords, dayStrokes } from './day-geometry';

/** The last 24 hours as a line that ends at the rule of now. */
export function DayStrip({ history }: { history: readonly StatusSpan[] }) {
  const now = useNow();
  return (
    // "Now" moves between server and browser by a fraction of a pixel; the difference is meant.
    <div className="day" role="img" aria-label={dayInWords(history, now)} suppressHydrationWarning>
      {dayStrokes(history, now).map((stroke) => (
        <u
          key={stroke.left}
          className={stroke.status === 'running' ? 'run' : 'slp'}
          style={{ left: `${stroke.left.toFixed(2)}%`, width: `${stroke.width.toFixed(2)}%` }}
          suppressHydrationWarning
        />
      ))}
      <span className="now" />
    </div>
  );
}
