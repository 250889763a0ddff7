'use client';

import type { InputHTMLAttributes, Ref } from 'react';

export interface CheckboxProps extends Omit<
  InputHTMLAttributes<HTMLInputElement>,
  'checked' | 'type' | 'onChange'
> {
  checked: boolean | 'mixed';
  /** What it becomes; from `mixed` a click checks. */
  onCheckedChange?: (isChecked: boolean) => void;
  ref?: Ref<HTMLInputElement> | undefined;
}

/** A native checkbox with a third state. Its name is a `<label>` around it or `aria-label`. */
export function Checkbox({ checked, onCheckedChange, className, ref, ...input }: CheckboxProps) {
  const isMixed = checked === 'mixed';
  return (
    <input
      {...input}
      type="checkbox"
      className={['cb', isMixed ? 'mixed' : null, className].filter(Boolean).join(' ')}
      checked={checked === true}
      // `indeterminate` exists only as a property of the element.
      ref={(element) => {
        if (element !== null) element.indeterminate = isMixed;
        if (typeof ref === 'function') ref(element);
        else if (ref !== null && ref !== undefined) ref.current = element;
      }}
      onChange={(event) => onCheckedChange?.(event.target.checked)}
    />
  );
}
