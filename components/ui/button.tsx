'use client';

import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react';
import { Tooltip } from './tooltip';

const looks = { primary: 'pri', outline: '', plain: 'plain', end: 'end', 'end-solid': 'end solid' } as const;
const sizes = { small: 'sm', normal: '', large: 'lg' } as const;

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  /** `primary` is the one next step; `end` and `end-solid` are for removal alone. */
  variant?: keyof typeof looks;
  /** 28, 32 or 36 px high. */
  size?: keyof typeof sizes;
  icon?: ReactNode;
  /** Why it does not apply now. It stays focusable and says so; a click does nothing. */
  disabledReason?: string | null | undefined;
  /** A step is running: a click does nothing until it ends. */
  isBusy?: boolean;
  ref?: Ref<HTMLButtonElement> | undefined;
}

/** A button of the desk. `disabledReason` gives aria-disabled with a hint, never a button that cannot be reached. */
export function Button(props: ButtonProps) {
  const { variant = 'outline', size = 'normal', icon, disabledReason, isBusy = false, ...rest } = props;
  const { className, onClick, children, type = 'button', ...attributes } = rest;
  const isOff = typeof disabledReason === 'string';
  const button = (
    <button
      {...attributes}
      type={type}
      className={['btn', looks[variant], sizes[size], className].filter(Boolean).join(' ')}
      aria-disabled={isOff || isBusy || undefined}
      aria-busy={isBusy || undefined}
      onClick={(event) => {
        // A submit button must not submit either while it does not apply.
        if (isOff || isBusy) event.preventDefault();
        else onClick?.(event);
      }}
    >
      {icon}
      {children}
    </button>
  );
  return isOff ? <Tooltip text={disabledReason}>{button}</Tooltip> : button;
}
