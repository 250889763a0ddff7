'use client';

import { useId, type ReactNode } from 'react';

export interface RadioOption<T extends string> {
  value: T;
  label: string;
  hint?: ReactNode;
  disabledReason?: string | null;
}

export interface RadioGroupProps<T extends string> {
  label: string;
  value: T;
  onValueChange: (value: T) => void;
  options: readonly RadioOption<T>[];
}

/** Native radios under one name; each line is a rule of the ledger. */
export function RadioGroup<T extends string>({ label, value, onValueChange, options }: RadioGroupProps<T>) {
  const name = useId();
  return (
    <div role="radiogroup" aria-labelledby={`${name}-label`}>
      <span className="lab" id={`${name}-label`}>
        {label}
      </span>
      {options.map((option) => {
        const hint = option.disabledReason ?? option.hint;
        const id = `${name}-${option.value}`;
        return (
          <label className="radio" key={option.value} htmlFor={id}>
            <input
              id={id}
              className="rd"
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              disabled={typeof option.disabledReason === 'string'}
              aria-labelledby={`${id}-name`}
              aria-describedby={hint === undefined ? undefined : `${id}-hint`}
              onChange={() => onValueChange(option.value)}
            />
            <b id={`${id}-name`}>{option.label}</b>
            {hint !== undefined && <p id={`${id}-hint`}>{hint}</p>}
          </label>
        );
      })}
    </div>
  );
}
