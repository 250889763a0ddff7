'use client';

import { useId, type InputHTMLAttributes, type ReactNode, type Ref } from 'react';

export interface TextFieldProps extends InputHTMLAttributes<HTMLInputElement> {
  label: string;
  /** A short word at the right of the label, such as the format. */
  note?: string;
  hint?: ReactNode;
  error?: string | undefined;
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
  const hasHint = hint !== undefined && hint !== null;
  const describedBy = [
    note === undefined ? null : `${fieldId}-note`,
    error === undefined ? null : `${fieldId}-error`,
    hasHint ? `${fieldId}-hint` : null,
    input['aria-describedby'] ?? null,
  ].filter((each) => each !== null);
  const isBoxed = icon !== undefined || action !== undefined;
  const control = (
    <input
      type="text"
      {...input}
      id={fieldId}
      className={[isBoxed ? null : 'input', className].filter(Boolean).join(' ') || undefined}
      aria-invalid={error === undefined ? undefined : true}
      aria-describedby={describedBy.length === 0 ? undefined : describedBy.join(' ')}
    />
  );
  return (
    <div>
      <div className="lab">
        <label htmlFor={fieldId}>{label}</label>
        {note !== undefined && <small id={`${fieldId}-note`}>{note}</small>}
      </div>
      {isBoxed ? (
        <div className="input">
          {icon}
          {control}
          {action}
        </div>
      ) : (
        control
      )}
      <div aria-live="polite">
        {error !== undefined && (
          <p className="err" id={`${fieldId}-error`}>
            {error}
          </p>
        )}
      </div>
      {hasHint && (
        <div className="hint" id={`${fieldId}-hint`}>
          {hint}
        </div>
      )}
    </div>
  );
}
