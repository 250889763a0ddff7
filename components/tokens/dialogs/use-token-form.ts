'use client';

import { zodResolver } from '@hookform/resolvers/zod';
import { useCallback, useRef, useState } from 'react';
import { useForm } from 'react-hook-form';
import type { z } from 'zod';
import { reconcile, toAccess } from '@/components/permissions/picker-access';
import { showContext } from '@/components/permissions/picker-contexts';
import type { PickerIndex } from '@/components/permissions/picker-index';
import type { PickerState } from '@/components/permissions/picker-state';
import type { Access, Grant } from '@/lib/domain/grant';
import type { TokenFields } from '@/lib/domain/token-input';
import type { TokenView } from '@/lib/domain/token-view';
import type { TokenShape } from './diff-token';
import { tidyDay } from './expiry-choice';
import { accessDraft, tokenFormSchema } from './form-schema';
import { startForm, type DialogKind } from './form-start';
import { limitNames, limitShape } from './limit-fields';
import { withGrants } from './requested-grants';
import { isTyped, rebaseFields } from './rebase-form';

export type FormValues = z.input<typeof tokenFormSchema>;

/** The fields beside the picker. */
export const plainNames = ['description', 'expiry', ...limitNames] as const;

/**
 * What is typed and picked. Lives above the steps, so that nothing is lost by going on and coming back. The plain fields
 * are react-hook-form's; the picks are state of their own and become its field `access` when the form is sent.
 * `requested` opens ticked beside what the token has, as if it had been ticked here.
 */
export function useTokenForm(
  kind: DialogKind,
  firstIndex: PickerIndex,
  source: TokenView | null,
  requested: readonly Grant[],
) {
  const [now] = useState(() => new Date());
  const [index, setIndex] = useState(firstIndex);
  const [start, setStart] = useState(() => startForm(kind, firstIndex, source, now));
  const [picks, setPicks] = useState(() => withGrants(firstIndex, start.picks, requested));
  const [accessKind, setKind] = useState(start.accessKind);
  const [refused, setRefused] = useState<readonly Grant[]>([]);
  const form = useForm<FormValues, unknown, TokenFields>({
    resolver: zodResolver(tokenFormSchema),
    defaultValues: { ...start.fields, access: accessDraft(firstIndex, start.accessKind, start.picks) },
  });
  const { clearErrors, getValues, setValue, reset } = form;
  const changePicks = useCallback(
    (change: (state: PickerState) => PickerState) => {
      setPicks(change);
      setRefused([]);
      clearErrors('access');
    },
    [clearErrors],
  );
  const setAccessKind = useCallback(
    (next: Access['kind']) => {
      setKind(next);
      clearErrors('access');
    },
    [clearErrors],
  );
  const searchRef = useRef<HTMLInputElement>(null);

  /** Checks everything; a mistake takes the focus to the first field that has one. */
  const send = (onValid: (fields: TokenFields) => void) => {
    setValue('expiry', tidyDay(getValues('expiry')));
    setValue('access', accessDraft(index, accessKind, picks));
    return form.handleSubmit(onValid, (errors) => {
      const result = toAccess(index, picks);
      if (!result.isOk) setPicks((before) => showContext(before, result.problem.context));
      const isElsewhere = plainNames.some((name) => errors[name] !== undefined);
      if (!isElsewhere) searchRef.current?.focus();
    })();
  };
  /** The form as a token, for comparing. Not checked. */
  const shape = (): TokenShape => {
    const { description, expiry, mayUseInUrls, ...texts } = getValues();
    const access = accessDraft(index, accessKind, picks);
    return { description: description.trim(), expiry, mayUseInUrls, access, ...limitShape(texts) };
  };
  const isTouched = () => {
    const { access: _, ...typed } = getValues();
    return isTyped(start.fields, typed) || picks !== start.picks || accessKind !== start.accessKind;
  };
  /** Puts what was typed on top of the token as it is now. */
  const rebase = (present: TokenView) => {
    const fresh = startForm(kind, index, present, now);
    const { access: _, ...typed } = getValues();
    const fields = rebaseFields(start.fields, typed, fresh.fields);
    const areMine = picks !== start.picks || accessKind !== start.accessKind;
    if (!areMine) {
      setPicks(fresh.picks);
      setKind(fresh.accessKind);
    }
    setStart(fresh);
    reset({ ...fields, access: getValues('access') });
  };
  /** Rights have changed: what cannot be ticked any more is taken out, and what was refused is named. */
  const narrow = (next: PickerIndex, missing: readonly Grant[]) => {
    setIndex(next);
    setPicks(reconcile(next, picks).state);
    setRefused(missing);
  };

  const { before } = start;
  const picked = {
    index,
    picks,
    changePicks,
    accessKind,
    setAccessKind,
    refused,
    requested,
    lost: start.lost,
  };
  return { ...picked, form, before, searchRef, send, shape, isTouched, rebase, narrow };
}

export type TokenForm = ReturnType<typeof useTokenForm>;
