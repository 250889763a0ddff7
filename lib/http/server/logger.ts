import pino, { type DestinationStream, type Logger } from 'pino';

/**
 * The log: JSON lines. What could hold a secret is never handed to it; the redaction is the second line (AUD-3).
 * `access` writes the one line of each request, whose fields the front makes itself and which so need no redaction.
 */
export interface Loggers {
  main: Logger;
  access: Logger;
}

const redactedFields = [
  'session',
  'password',
  'secret',
  'token',
  'authorization',
  'cookie',
  'headers',
  'url',
];

/** `destination` is for tests; by default lines go to standard output, in batches, within a second. */
export function createLoggers(level: string, destination?: DestinationStream): Loggers {
  const stream =
    destination ?? pino.destination({ dest: 1, sync: false, minLength: 4_096, periodicFlush: 1_000 });
  const options = { level, base: null, timestamp: instantField };
  const paths = redactedFields.flatMap((name) => [name, `*.${name}`]);
  return {
    main: pino({ ...options, redact: { paths, censor: '[redacted]' } }, stream),
    access: pino(options, stream),
  };
}

let lastMilliseconds = 0;
let lastField = '';

/** `,"time":"2026-11-22T…Z"`; under load many lines share a millisecond, and its text. */
function instantField(): string {
  const now = Date.now();
  if (now !== lastMilliseconds) {
    lastMilliseconds = now;
    lastField = `,"time":"${new Date(now).toISOString()}"`;
  }
  return lastField;
}

/** What may be logged of an unknown error: its kind and where it was thrown, not its message, which may quote input. */
export function errorFacts(error: unknown): { kind: string; at: string[] } {
  if (!(error instanceof Error)) return { kind: typeof error, at: [] };
  const frames = (error.stack ?? '').split('\n').filter((line) => line.startsWith('    at '));
  return { kind: error.name, at: frames.slice(0, 6).map((line) => line.trim()) };
}
