import pino, { type DestinationStream, type Logger } from 'pino';

export type { Logger } from 'pino';

/**
 * The log: JSON lines. What could hold a secret is never handed to it; the redaction is the second line (AUD-3).
 * `destination` is for tests; by default lines go to standard output, in batches.
 */
export function createLogger(level: string, destination?: DestinationStream): Logger {
  const options = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: {
      paths: ['session', 'password', 'secret', 'authorization', 'cookie', '*.session', '*.password', '*.secret', '*.authorization', '*.cookie', '*.headers'],
      censor: '[redacted]',
    },
  };
  return destination === undefined
    ? pino(options, pino.destination({ dest: 1, sync: false, minLength: 4_096 }))
    : pino(options, destination);
}

/** What may be logged of an unknown error: its kind and where it was thrown, not its message, which may quote input. */
export function errorFacts(error: unknown): { kind: string; at: string[] } {
  if (!(error instanceof Error)) return { kind: typeof error, at: [] };
  const frames = (error.stack ?? '').split('\n').filter((line) => line.startsWith('    at '));
  return { kind: error.name, at: frames.slice(0, 6).map((line) => line.trim()) };
}
