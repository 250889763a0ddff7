import type { SignInInput } from '@/lib/domain/person-input';

export type SignInAnswer = { isOk: true } | { isOk: false; message: string };

const refused =
  'That email and password do not open this desk. After five wrong tries each further one has to wait.';
const unreachable = 'The desk did not answer. What you typed is still here.';

/**
 * Asks the desk to begin a session. Speaks the protocol of next-auth's credentials callback itself: its own client hides
 * the headers, and with them how long to wait.
 */
export async function signInWithPassword(input: SignInInput): Promise<SignInAnswer> {
  try {
    const { csrfToken: csrf } = (await (await fetch('/api/auth/csrf')).json()) as { csrfToken: string };
    const body = new URLSearchParams({ ...input, csrfToken: csrf, callbackUrl: '/', json: 'true' });
    const response = await fetch('/api/auth/callback/credentials', { method: 'POST', body });
    if (response.status === 401) return { isOk: false, message: refused };
    if (!response.ok) return { isOk: false, message: waitMessage(response) };
    const { url } = (await response.json()) as { url: string };
    const left = new URL(url, window.location.origin).searchParams;
    return left.has('error') || left.has('csrf') ? { isOk: false, message: refused } : { isOk: true };
  } catch {
    return { isOk: false, message: unreachable };
  }
}

function waitMessage(response: Response): string {
  const seconds = Number(response.headers.get('retry-after'));
  if (!Number.isFinite(seconds) || seconds <= 0) return 'The desk failed. What you typed is still here.';
  return `The desk is busy with other sign-ins. Try again in ${seconds} ${seconds === 1 ? 'second' : 'seconds'}.`;
}
