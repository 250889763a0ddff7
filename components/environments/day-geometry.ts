import type { EnvironmentStatus, StatusSpan } from '@/lib/domain/environment-view';

const dayMilliseconds = 86_400_000;

export interface DayStroke {
  /** Percent of the strip. */
  left: number;
  width: number;
  status: Exclude<EnvironmentStatus, 'stopped'>;
}

/** The strokes of the last 24 hours, right end = now: a line while it runs, a hairline asleep, nothing while stopped. */
export function dayStrokes(history: readonly StatusSpan[], now: Date): DayStroke[] {
  const start = now.getTime() - dayMilliseconds;
  const percent = (at: number) => Math.min(100, Math.max(0, ((at - start) / dayMilliseconds) * 100));
  return history.flatMap((span, index) => {
    if (span.status === 'stopped') return [];
    const left = percent(Date.parse(span.from));
    // The last span is the present one: it reaches now, also a while after the row was read.
    const right = index === history.length - 1 ? 100 : percent(Date.parse(span.to));
    return right > left ? [{ left, width: right - left, status: span.status }] : [];
  });
}

/** The same in words: `running for 20 h, asleep for 4 h, of the last 24 hours`. */
export function dayInWords(history: readonly StatusSpan[], now: Date): string {
  const strokes = dayStrokes(history, now);
  const hours = (status: DayStroke['status']) =>
    strokes
      .filter((stroke) => stroke.status === status)
      .reduce((sum, stroke) => sum + (stroke.width / 100) * 24, 0);
  const parts = [['running', hours('running')] as const, ['asleep', hours('sleeping')] as const].flatMap(
    ([word, count]) => (count > 0 ? [`${word} for ${count < 1 ? 'under 1' : Math.round(count)} h`] : []),
  );
  return `${parts.length === 0 ? 'stopped' : parts.join(', ')} in the last 24 hours`;
}
