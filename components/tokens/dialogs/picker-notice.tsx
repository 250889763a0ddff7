'use client';

import { toAccess } from '@/components/permissions/picker-access';
import type { DialogKind } from './form-start';
import type { TokenForm } from './use-token-form';

/** What is wrong with the picks, above the list: nothing picked, or what could not be given. */
export function PickerNotice({ kind, editor }: { kind: DialogKind; editor: TokenForm }) {
  const { form, index, picks, lost } = editor;
  const error = form.formState.errors.access;
  const result = toAccess(index, picks);
  if (error !== undefined) {
    const message = result.isOk ? (error.message ?? error.root?.message ?? 'The desk refused this access.') : result.problem.message;
    return (
      <p className="picknote" role="alert">
        {message}
      </p>
    );
  }
  if (lost.length === 0) return null;
  const named = lost.map(({ permission, context }) => `${permission} in ${context}`).join(', ');
  return (
    <p className="picknote" role="alert">
      {kind === 'copy' && 'A copy can only have what you hold. '}
      Not held, so {lost.length === 1 ? 'it is' : 'they are'} left out: {named}.
    </p>
  );
}
