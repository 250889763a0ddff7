'use client';

import { Popover } from '@base-ui/react/popover';
import { Calendar } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { Skeleton } from '../../ui/skeleton';

// The calendar is a library of its own: fetched when it is first opened.
const DayCalendar = lazy(() => import('./day-calendar').then((module) => ({ default: module.DayCalendar })));

/** Opens the calendar beside the typed day. */
export function CalendarButton({
  value,
  now,
  which = 'last',
  onPick,
}: {
  value: string;
  now: Date;
  which?: 'first' | 'last';
  onPick: (day: string) => void;
}) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Popover.Root open={isOpen} onOpenChange={setIsOpen}>
      <Popover.Trigger
        render={
          <button
            type="button"
            className="iconbtn"
            aria-label={which === 'last' ? 'Choose a day' : 'Choose the first day'}
          />
        }
      >
        <Calendar aria-hidden="true" />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner className="pop-at" sideOffset={6} align="end" collisionPadding={8}>
          <Popover.Popup className="pop calendar" aria-label={`Choose the ${which} day`}>
            <Suspense fallback={<Skeleton width={220} isTall />}>
              <DayCalendar
                value={value}
                now={now}
                onPick={(day) => {
                  onPick(day);
                  setIsOpen(false);
                }}
              />
            </Suspense>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
