'use client';

import { useId, type InputHTMLAttributes, type ReactNode, type Ref } from 'react';
import { describedBy, FieldFrame, type FieldWords } from './field-frame';

export interface TextFieldProps extends InputHTMLAttributes<HTMLInputElement>, FieldWords {
  /** Stands inside the field on the left. */
  icon?: ReactNode;
  /** Stands inside the field on the right: a button that shows, picks or clears. */
  action?: ReactNode;
  ref?: Ref<HTMLInputElement> | undefined;
}

/** A labelled line of text; the error stands below it and is part of its description. Spread a form's register() into it. */
export function TextField({
  label,
  note,
  hint,
  error,
  icon,
  action,
  id,
  className,
  ...input
}: TextFieldProps) {
  const own = useId();
  const fieldId = id ?? own;
  const words: FieldWords = { label, hint, error, ...(note === undefined ? {} : { note }) };
  const isBoxed = icon !== undefined || action !== undefined;
  const control = (
    <input
      type="text"
      {...input}
      id={fieldId}
      className={[isBoxed ? null : 'input', className].filter(Boolean).join(' ') || undefined}
      aria-invalid={error === undefined ? undefined : true}
      aria-describedby={describedBy(fieldId, words, input['aria-describedby'])}
    />
  );
  return (
    <FieldFrame id={fieldId} {...words}>
      {isBoxed ? (
        <div className="input">
          {icon}
          {control}
          {action}
        </div>
      ) : (
        control
      )}
    </FieldFrame>
  );
}
