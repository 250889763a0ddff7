'use client';

import { Eye, EyeOff } from 'lucide-react';
import { useState } from 'react';
import { TextField, type TextFieldProps } from './text-field';

export type PasswordFieldProps = Omit<TextFieldProps, 'type' | 'action' | 'icon'>;

/** A password with a way to look at what was typed. Nothing is trimmed, and pasting works. */
export function PasswordField({ autoComplete = 'current-password', ...field }: PasswordFieldProps) {
  const [isShown, setIsShown] = useState(false);
  return (
    <TextField
      {...field}
      type={isShown ? 'text' : 'password'}
      autoComplete={autoComplete}
      autoCapitalize="none"
      autoCorrect="off"
      spellCheck={false}
      action={
        <button
          type="button"
          className="iconbtn"
          aria-pressed={isShown}
          aria-label="Show what is typed"
          onClick={() => setIsShown((was) => !was)}
        >
          {isShown ? <EyeOff aria-hidden="true" /> : <Eye aria-hidden="true" />}
        </button>
      }
    />
  );
}
