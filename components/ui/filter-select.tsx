'use client';

import { ChevronDown } from 'lucide-react';
import { useRef } from 'react';

export interface FilterSelectProps<T extends string> {
  /** Stands inside, before the value. */
  label: string;
  value: T;
  onValueChange: (value: T) => void;
  options: readonly { value: T; label: string }[];
}

/**
 * A filter above a grid: the browser's own select, dressed where it lets itself be. It costs no script, and a phone shows
 * its own wheel.
 */
export function FilterSelect<T extends string>({
  label,
  value,
  onValueChange,
  options,
}: FilterSelectProps<T>) {
  const select = useRef<HTMLSelectElement>(null);
  return (
    <span
      className="sel pick-one"
      onClick={(event) => {
        // The words before the value open the list too.
        if (event.target !== select.current && !(event.target instanceof HTMLOptionElement))
          openList(select.current);
      }}
    >
      <span aria-hidden="true">{label}</span>
      <select
        ref={select}
        aria-label={label}
        value={value}
        onChange={(event) => {
          const chosen = options.find((option) => option.value === event.target.value);
          if (chosen !== undefined) onValueChange(chosen.value);
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      <ChevronDown aria-hidden="true" />
    </span>
  );
}

function openList(select: HTMLSelectElement | null): void {
  try {
    select?.showPicker();
  } catch {
    // An older browser: the list opens from its value alone.
  }
}
