'use client';

import type { ReactNode } from 'react';
import { useController } from 'react-hook-form';
import { RadioGroup } from '../../ui/radio-group';
import { TextField } from '../../ui/text-field';
import { ContextField } from './context-field';
import { ExpiryField } from './expiry-field';
import type { DialogKind } from './form-start';
import { MoreLimits } from './more-limits';
import { PauseOffer } from './pause-offer';
import { RegenerateOffer } from './regenerate-offer';
import { SetField } from './set-field';
import type { TokenForm } from './use-token-form';

const accessOptions = [
  { value: 'full', label: 'Full access', hint: 'All that you hold, as it changes.' },
  { value: 'limited', label: 'Limited access', hint: 'Only the permissions on this list.' },
] as const;

/** The left pane: the fields. `children` are notices above them. */
export function FieldsPane({
  kind,
  editor,
  isPaused,
  onRegenerate,
  onPause,
  children,
}: {
  kind: DialogKind;
  editor: TokenForm;
  isPaused: boolean;
  onRegenerate: () => void;
  onPause: () => void;
  children: ReactNode;
}) {
  const { form, accessKind, setAccessKind } = editor;
  const { errors } = form.formState;
  // Registered in the order they stand in: the first mistake gets the focus.
  const description = form.register('description');
  const expiry = useController({ control: form.control, name: 'expiry' });
  return (
    <div className="form">
      {children}
      <TextField
        label="Description"
        error={errors.description?.message}
        autoComplete="off"
        {...description}
      />
      <ExpiryField
        value={expiry.field.value}
        onValueChange={expiry.field.onChange}
        inputRef={expiry.field.ref}
        error={errors.expiry?.message}
      />
      <RadioGroup label="Access" value={accessKind} onValueChange={setAccessKind} options={accessOptions} />
      {accessKind === 'limited' && <ContextField editor={editor} />}
      {accessKind === 'limited' && <SetField editor={editor} />}
      <MoreLimits editor={editor} />
      {kind === 'edit' && <RegenerateOffer editor={editor} onRegenerate={onRegenerate} />}
      {kind === 'edit' && <PauseOffer editor={editor} isPaused={isPaused} onPause={onPause} />}
    </div>
  );
}
