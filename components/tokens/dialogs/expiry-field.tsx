'use client';

import { TriangleAlert } from 'lucide-react';
import { useState, type Ref } from 'react';
import { dayAfter } from '@/lib/domain/expiry';
import { TextField } from '../../ui/text-field';
import { CalendarButton } from './calendar-button';
import { quickChoices, tidyDay } from './expiry-choice';
import { ExpiryRuler } from './expiry-ruler';

/** A day typed, picked from the calendar or chosen quickly; `never` with what it means. */
export function ExpiryField({
  value,
  onValueChange,
  error,
  inputRef,
}: {
  value: string;
  onValueChange: (value: string) => void;
  error: string | undefined;
  inputRef?: Ref<HTMLInputElement>;
}) {
  const [now] = useState(() => new Date());
  return (
    <div>
      <TextField
        {...(inputRef === undefined ? {} : { ref: inputRef })}
        label="Expires at"
        note="dd-mm-yyyy"
        inputMode="text"
        autoComplete="off"
        spellCheck={false}
        value={value}
        error={error}
        onChange={(event) => onValueChange(event.target.value)}
        onBlur={() => onValueChange(tidyDay(value))}
        action={<CalendarButton value={value} now={now} onPick={onValueChange} />}
      />
      <ExpiryRuler expiry={value} now={now} />
      <div className="quick" role="group" aria-label="Quick choices">
        {quickChoices.map(({ label, days }) => {
          const day = dayAfter(now, days);
          return (
            <button
              key={label}
              type="button"
              aria-pressed={value === day}
              title={day}
              onClick={() => onValueChange(day)}
            >
              {label}
            </button>
          );
        })}
        <button type="button" aria-pressed={value === 'never'} onClick={() => onValueChange('never')}>
          never
        </button>
      </div>
      <div aria-live="polite">
        {value === 'never' && (
          <p className="callout tag-note">
            <TriangleAlert className="i" aria-hidden="true" />
            <span>
              It works until someone removes it. If it leaks, nothing ends it by itself. A year is usually
              enough.
            </span>
          </p>
        )}
      </div>
    </div>
  );
}
