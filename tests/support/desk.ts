import type { Call } from '@/lib/domain/call';

let requests = 0;

/** A call of the system, as the seed and the start-up make it. */
export function systemCall(overrides: Partial<Call> = {}): Call {
  requests += 1;
  return {
    actor: { kind: 'system', name: 'the system' },
    now: new Date(),
    requestId: `test-${requests}`,
    address: '127.0.0.1',
    userAgent: 'vitest',
    via: 'system',
    ...overrides,
  };
}
