'use client';

import { useWatch } from 'react-hook-form';
import type { PickerState } from '@/components/permissions/picker-state';
import { diffToken, isNoChange } from './diff-token';
import { accessDraft } from './form-schema';
import type { DialogKind } from './form-start';
import { limitShape } from './limit-fields';
import { plainNames, type TokenForm } from './use-token-form';

/** True while an edited token would stay exactly as it is. Always false for a new one. */
export function useNothingChanged(kind: DialogKind, editor: TokenForm, picks: PickerState): boolean {
  const { form, index, accessKind, before } = editor;
  const [description, expiry, mayUseInUrls, addresses, notBefore, requestsPerMinute] = useWatch({
    control: form.control,
    name: plainNames,
  });
  if (kind !== 'edit' || before === null) return false;
  const access = accessDraft(index, accessKind, picks);
  const limits = limitShape({ addresses, notBefore, requestsPerMinute });
  const after = { description: description.trim(), expiry, mayUseInUrls, access, ...limits };
  return isNoChange(diffToken(index, before, after));
}
