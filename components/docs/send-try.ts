import { addressOf, type SampleCall, type SampleParameter } from '@/lib/domain/api/sample-call';

/** What came back, or why nothing did. */
export type TryResult =
  | { isAnswered: true; status: number; headers: readonly [string, string][]; body: string; milliseconds: number }
  | { isAnswered: false; reason: string };

const patienceMilliseconds = 15_000;
const shownCharacters = 20_000;

/**
 * Sends one request to this desk as a machine would: the secret in a header, without the cookie of the page. What is left
 * empty is not sent.
 */
export async function sendTry(
  call: SampleCall,
  parameters: readonly SampleParameter[],
  body: string,
  secret: string,
): Promise<TryResult> {
  const given = parameters.filter(({ place, value }) => place === 'path' || value !== '');
  const headers = new Headers(credentialOf(call, secret));
  for (const { place, name, value } of given) if (place === 'header') headers.set(name, value);
  const form = given.filter(({ place }) => place === 'form').map(({ name, value }) => [name, value]);
  if (call.bodyType === 'json' && body !== '') headers.set('Content-Type', 'application/json');
  const content = call.bodyType === 'form' ? new URLSearchParams(form) : call.bodyType === 'json' ? body : '';
  const startedAt = performance.now();
  try {
    const response = await fetch(addressOf(call, given), {
      method: call.method,
      headers,
      ...(call.method === 'GET' || content === '' ? {} : { body: content }),
      credentials: 'omit',
      cache: 'no-store',
      redirect: 'error',
      signal: AbortSignal.timeout(patienceMilliseconds),
    });
    const text = await response.text();
    const milliseconds = Math.round(performance.now() - startedAt);
    const { status } = response;
    return { isAnswered: true, status, headers: [...response.headers], body: readable(text), milliseconds };
  } catch (error) {
    const isLate = error instanceof DOMException && error.name === 'TimeoutError';
    return { isAnswered: false, reason: isLate ? 'The answer did not end within 15 seconds.' : 'There was no answer.' };
  }
}

function credentialOf({ credential }: SampleCall, secret: string): Record<string, string> {
  if (credential === 'none' || secret === '') return {};
  if (credential === 'token' || credential === 'resource-server') return { Authorization: `Bearer ${secret}` };
  return { Authorization: `Basic ${btoa(secret)}` };
}

function readable(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2).slice(0, shownCharacters);
  } catch {
    return text.slice(0, shownCharacters);
  }
}
