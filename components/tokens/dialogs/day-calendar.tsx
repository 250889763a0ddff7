'use client';

import { DayPicker } from 'react-day-picker';
import { dayPattern, endOfDay } from '@/lib/domain/expiry';
import './calendar.css';

/** A month to pick the last day from. Days are plain calendar days; the desk reads them as UTC. */
export function DayCalendar({
  value,
  now,
  onPick,
}: {
  value: string;
  now: Date;
  onPick: (day: string) => void;
}) {
  const today = new Date(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate());
  const selected = endOfDay(value) === null ? undefined : toLocalDay(value);
  return (
    <DayPicker
      mode="single"
      autoFocus
      weekStartsOn={1}
      showOutsideDays
      fixedWeeks
      today={today}
      startMonth={today}
      defaultMonth={selected !== undefined && selected > today ? selected : today}
      selected={selected}
      disabled={{ before: today }}
      onSelect={(day) => {
        if (day !== undefined) onPick(toText(day));
      }}
    />
  );
}

function toLocalDay(text: string): Date | undefined {
  const match = dayPattern.exec(text);
  return match === null ? undefined : new Date(Number(match[3]), Number(match[2]) - 1, Number(match[1]));
}

function toText(day: Date): string {
  const pad = (value: number) => String(value).padStart(2, '0');
  return `${pad(day.getDate())}-${pad(day.getMonth() + 1)}-${day.getFullYear()}`;
}
