import type { ReactNode } from 'react';

export interface FieldWords {
  label: string;
  /** A short word at the right of the label, such as the format. */
  note?: string;
  hint?: ReactNode;
  error?: string | undefined;
}

/** What a field is described by; undefined for nothing. The parts stand in FieldFrame under the same id. */
export function describedBy(
  id: string,
  { note, error, hint }: FieldWords,
  also: string | undefined,
): string | undefined {
  const parts = [
    note === undefined ? null : `${id}-note`,
    error === undefined ? null : `${id}-error`,
    hint === undefined || hint === null ? null : `${id}-hint`,
    also ?? null,
  ].filter((each) => each !== null);
  return parts.length === 0 ? undefined : parts.join(' ');
}

/** The label above a field, the error and the hint below it. */
export function FieldFrame({
  id,
  label,
  note,
  hint,
  error,
  children,
}: FieldWords & { id: string; children: ReactNode }) {
  return (
    <div>
      <div className="lab">
        <label htmlFor={id}>{label}</label>
        {note !== undefined && <small id={`${id}-note`}>{note}</small>}
      </div>
      {children}
      <div aria-live="polite">
        {error !== undefined && (
          <p className="err" id={`${id}-error`}>
            {error}
          </p>
        )}
      </div>
      {hint !== undefined && hint !== null && (
        <div className="hint" id={`${id}-hint`}>
          {hint}
        </div>
      )}
    </div>
  );
}
