'use client';

import { useState } from 'react';

export interface FilterFieldProps {
  /** Stands inside, before what is typed. */
  label: string;
  value: string;
  /** When it was typed to its end: Enter, or the field is left. */
  onCommit: (value: string) => void;
  placeholder?: string;
  isInvalid?: boolean;
  className?: string;
}

/** A filter above a ledger that is typed, beside those that are chosen. Escape takes back what was typed. */
export function FilterField(props: FilterFieldProps) {
  const { label, value, onCommit, placeholder, isInvalid = false, className = '' } = props;
  const [text, setText] = useState(value);
  const [known, setKnown] = useState(value);
  if (known !== value) {
    setKnown(value);
    setText(value);
  }
  const commit = () => {
    const wanted = text.trim();
    setText(wanted);
    if (wanted !== value) onCommit(wanted);
  };
  return (
    <label className={`input sm fill-in ${className}`}>
      <span>{label}</span>
      <input
        type="text"
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
        placeholder={placeholder}
        aria-invalid={isInvalid || undefined}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key === 'Enter') commit();
          if (event.key === 'Escape') setText(value);
        }}
      />
    </label>
  );
}
