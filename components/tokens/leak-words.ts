import { formatDay } from '@/lib/domain/day';
import type { LeakReport } from '@/lib/domain/leak-report';

/** What happened to one secret, with its time in UTC as everywhere. */
export function leakSentence({ kind, description, at }: LeakReport): string {
  const time = new Date(at);
  const when = `${formatDay(time)} ${time.toISOString().slice(11, 16)} UTC`;
  return `${subjects[kind](description)} was reported as leaked and ended on ${when}.`;
}

const subjects: Record<LeakReport['kind'], (description: string) => string> = {
  token: (description) => `The token ‘${description}’`,
  'access-token': (description) => `An access token of ‘${description}’`,
  session: () => 'A session of an API, signed in with your password,',
};

/** What is left to do, which the desk cannot. */
export function leakAdvice(count: number): string {
  return `Find out where ${count === 1 ? 'it was' : 'they were'} published.`;
}
