'use client';

import { Fragment } from 'react';
import { useWatch, type Control } from 'react-hook-form';
import type { PickerIndex } from '@/components/permissions/picker-index';
import { checkedIn, type PickerState } from '@/components/permissions/picker-state';
import { globalContext } from '@/lib/domain/context';
import { endOfDay } from '@/lib/domain/expiry';
import type { Access, Grant } from '@/lib/domain/grant';
import type { TokenFields } from '@/lib/domain/token-input';
import { ContextCode } from '../../ui/context-code';
import type { FormValues } from './use-token-form';

export interface AccessWordsProps {
  control: Control<FormValues, unknown, TokenFields>;
  index: PickerIndex;
  picks: PickerState;
  accessKind: Access['kind'];
}

/** What the token could use now: every ticked operation, context by context. */
export function usableGrants(index: PickerIndex, picks: PickerState): Grant[] {
  return picks.contexts.flatMap((context) =>
    [...checkedIn(index, picks, context)].map((permission) => ({ permission, context })),
  );
}

/** `Until the end of 20-02-2027`, `Without an end`; for a day still to be typed, just that. */
export function TermWords({
  control,
  isLower = false,
}: Pick<AccessWordsProps, 'control'> & { isLower?: boolean }) {
  const expiry = useWatch({ control, name: 'expiry' });
  if (expiry === 'never') return isLower ? 'without an end' : 'Without an end';
  const until = isLower ? 'until' : 'Until';
  if (endOfDay(expiry) === null) return `${until} a day still to be typed`;
  return (
    <>
      {until} the end of <b>{expiry}</b>
    </>
  );
}

/** `12 things in project:shop and 1 thing in global`. */
export function CountWords({
  index,
  picks,
  noun,
}: Pick<AccessWordsProps, 'index' | 'picks'> & { noun: string }) {
  const counts = picks.contexts
    .map((context) => ({ context, count: checkedIn(index, picks, context).size }))
    .filter(({ count }) => count > 0);
  if (counts.length === 0) return <b>nothing yet</b>;
  return counts.map(({ context, count }, at) => (
    <Fragment key={context}>
      {at > 0 && (at === counts.length - 1 ? ' and ' : ', ')}
      <b>
        {count} {at > 0 ? '' : noun}
        {at === 0 && count > 1 ? 's' : ''}
      </b>{' '}
      in <span className="mono">{context}</span>
    </Fragment>
  ));
}

/** What lies outside: nothing, unless one of the contexts is `global`. */
export function ElsewhereWords({ picks }: { picks: PickerState }) {
  if (picks.contexts.includes(globalContext))
    return 'Everywhere: global covers each project, also later ones';
  return (
    <>
      Nothing outside{' '}
      {picks.contexts.map((context, at) => (
        <Fragment key={context}>
          {at > 0 && (at === picks.contexts.length - 1 ? ' and ' : ', ')}
          <ContextCode context={context} />
        </Fragment>
      ))}
    </>
  );
}
