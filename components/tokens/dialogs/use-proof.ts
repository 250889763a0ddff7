'use client';

import { useRef, useState } from 'react';
import type { Refusal } from './refusal';
import { useCountdown } from './use-countdown';

/**
 * The password of a change on its way: what was typed, whether it is being sent, and what was said to it. A wrong one
 * stays in the field, marked, so that it can be looked at; a pause counts down.
 */
export function useProof(send: (password: string) => Promise<Refusal | null>) {
  const [password, setPassword] = useState('');
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [pausedUntil, setPausedUntil] = useState<number | null>(null);
  const [isSending, setIsSending] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const secondsLeft = useCountdown(pausedUntil);

  const submit = async () => {
    if (isSending || secondsLeft > 0) return;
    if (password === '') {
      setRefusal({ at: 'password', message: 'Type your password.' });
      field.current?.focus();
      return;
    }
    setIsSending(true);
    const answer = await send(password);
    setIsSending(false);
    setRefusal(answer);
    if (answer?.at === 'pause') setPausedUntil(Date.now() + answer.seconds * 1_000);
    if (answer?.at === 'password' || answer?.at === 'pause') {
      field.current?.focus();
      field.current?.select();
    }
  };
  return {
    password,
    field,
    isSending,
    secondsLeft,
    error:
      secondsLeft > 0
        ? 'Too many wrong passwords.'
        : refusal?.at === 'password'
          ? refusal.message
          : undefined,
    line: refusal?.at === 'line' ? refusal.message : null,
    refusal,
    submit,
    type: (next: string) => {
      setPassword(next);
      setRefusal((before) => (before?.at === 'password' ? null : before));
    },
  };
}

export type Proof = ReturnType<typeof useProof>;
