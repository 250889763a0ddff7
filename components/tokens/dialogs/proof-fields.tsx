'use client';

import { CircleAlert } from 'lucide-react';
import { useEffect } from 'react';
import { PasswordField } from '../../ui/password-field';
import type { Proof } from './use-proof';

/** The password at the end of what changes, and what was said to the last try. */
export function ProofFields({ proof, username }: { proof: Proof; username: string | undefined }) {
  const { field } = proof;
  useEffect(() => field.current?.focus(), [field]);
  return (
    <div className="pw">
      <input
        type="text"
        name="username"
        autoComplete="username"
        value={username ?? ''}
        readOnly
        hidden
        aria-hidden="true"
        tabIndex={-1}
      />
      <PasswordField
        ref={field}
        label="Password"
        name="password"
        value={proof.password}
        error={proof.error}
        hint={proof.secondsLeft > 0 ? `The next try is possible in ${proof.secondsLeft} s.` : undefined}
        onChange={(event) => proof.type(event.target.value)}
      />
      {proof.line !== null && (
        <p className="callout" role="alert">
          <CircleAlert className="i" aria-hidden="true" />
          <span>{proof.line}</span>
        </p>
      )}
    </div>
  );
}
