import type { IncomingHttpHeaders } from 'node:http';
import type { Call } from '@/lib/domain/call';

/** Everything of a machine's call but who acts and how it came in. Address and request id were settled by the server. */
export function requestFacts(headers: IncomingHttpHeaders, now: Date): Omit<Call, 'actor' | 'via'> {
  return {
    now,
    requestId: single(headers['x-request-id']) ?? 'none',
    address: single(headers['x-client-address']) ?? 'unknown',
    userAgent: (headers['user-agent'] ?? '').slice(0, 512),
  };
}

function single(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}
