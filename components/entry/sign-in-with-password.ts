import { signIn } from 'next-auth/react';
import type { SignInInput } from '@/lib/domain/person-input';

export type SignInAnswer = { isOk: true } | { isOk: false; message: string };

const wrong = 'That email and password do not go together. Both are kept as you typed them.';

/** Asks the desk to begin a session. Says how long to wait when it is told to. */
export async function signInWithPassword(input: SignInInput): Promise<SignInAnswer> {
  const response = await signIn('credentials', { ...input, redirect: false }).catch(() => undefined);
  if (response?.ok === true && response.error === null) return { isOk: true };
  if (response === undefined)
    return { isOk: false, message: 'The desk did not answer. Nothing you typed is lost.' };
  return { isOk: false, message: wrong };
}
