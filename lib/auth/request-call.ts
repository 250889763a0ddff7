import type { IncomingHttpHeaders } from 'node:http';
import type { Call, Via } from '@/lib/domain/call';
import type { VerifiedToken } from '@/lib/domain/verification';
import { tokenActor } from './token-actor';

/** The call of a request that presented a live token. Address and request id were settled by the server. */
export function requestCall(headers: IncomingHttpHeaders, token: VerifiedToken, via: Via, now: Date): Call {
  return {
    actor: tokenActor(token),
    now,
    requestId: single(headers['x-request-id']) ?? 'none',
    address: single(headers['x-client-address']) ?? 'unknown',
    userAgent: (headers['user-agent'] ?? '').slice(0, 512),
    via,
  };
}

function single(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}
