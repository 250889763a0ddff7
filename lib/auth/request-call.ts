import type { IncomingHttpHeaders } from 'node:http';
import type { Call, Via } from '@/lib/domain/call';
import type { VerifiedToken } from '@/lib/domain/verification';
import { tokenActor } from './token-actor';

/** Everything of a machine's call but who acts and how it came in. Address and request id were settled by the server. */
export function requestFacts(headers: IncomingHttpHeaders, now: Date): Omit<Call, 'actor' | 'via'> {
  return {
    now,
    requestId: single(headers['x-request-id']) ?? 'none',
    address: single(headers['x-client-address']) ?? 'unknown',
    userAgent: (headers['user-agent'] ?? '').slice(0, 512),
  };
}

/** The call of a request that presented a live token. */
export function requestCall(headers: IncomingHttpHeaders, token: VerifiedToken, via: Via, now: Date): Call {
  return { ...requestFacts(headers, now), actor: tokenActor(token), via };
}

function single(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}
