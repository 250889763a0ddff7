'use client';

import type { ReactNode } from 'react';
import { toAccess } from '@/components/permissions/picker-access';
import { listed } from '@/components/permissions/plain-words';
import type { Grant } from '@/lib/domain/grant';
import type { TokenForm } from './use-token-form';

/** What is wrong with the picks, above the list: nothing picked, what was refused, what a copy cannot have. */
export function PickerNotice({ editor }: { editor: TokenForm }) {
  const { form, index, picks, lost, refused } = editor;
  const error = form.formState.errors.access;
  if (error !== undefined) {
    const result = toAccess(index, picks);
    const message = error.message ?? error.root?.message ?? 'The desk refused this access.';
    return <Notice>{result.isOk ? message : result.problem.message}</Notice>;
  }
  if (refused.length > 0)
    return <Notice>Refused, and nothing was changed: you do not hold {named(refused)}.</Notice>;
  if (lost.length > 0) return <Notice>A copy can only have what you hold. Left out: {named(lost)}.</Notice>;
  return null;
}

function Notice({ children }: { children: ReactNode }) {
  return (
    <p className="picknote" role="alert">
      {children}
    </p>
  );
}

function named(grants: readonly Grant[]): string {
  return listed(grants.map(({ permission, context }) => `${permission} in ${context}`));
}
