import { env } from '@/lib/env';

/**
 * Writes an unexpected error to the log. Its message is left out: messages of libraries repeat what they were given
 * (AUD-3). Name, code and the places in the code are enough to find it; the request id ties it to the answer.
 */
export function reportFault(error: unknown, requestId: string): void {
  if (env().logLevel === 'silent') return;
  const fault = error instanceof Error ? error : new Error('not an error');
  const code = 'code' in fault && typeof fault.code === 'string' ? fault.code : undefined;
  const places = (fault.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 12);
  const entry = {
    level: 50,
    time: Date.now(),
    requestId,
    msg: 'unexpected error',
    name: fault.name,
    code,
    places,
  };
  process.stderr.write(`${JSON.stringify(entry)}\n`);
}
