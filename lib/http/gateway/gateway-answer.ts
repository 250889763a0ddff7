import { STATUS_CODES } from 'node:http';
import type { DeskError, Explanation } from '@/lib/domain/errors';
import type { VerifiedToken } from '@/lib/domain/verification';
import { rateFields } from '@/lib/domain/rate-limit';
import type { RouteFault } from '@/lib/domain/route-finder';
import { sandboxPolicy } from '@/lib/http/answer-headers';
import type { RequestDecision } from '@/lib/services/access/decide-request';
import { asciiValue, sentenceValue } from './header-value';
import type { GatewayKind } from './read-question';

/** What a gateway is answered: a status, headers in pairs, and a body, empty where it lets the request through. */
export interface GatewayAnswer {
  status: number;
  headers: string[];
  body: string;
}

/** Why nothing was decided at all: on the way to the gateway's own credential, or after a fault. */
export type GatewayFault =
  'unknown_gateway' | 'several_credentials' | 'no_credential' | 'no_question' | 'unavailable';

const always = [
  'Cache-Control',
  'private, no-store',
  'X-Content-Type-Options',
  'nosniff',
  'Referrer-Policy',
  'no-referrer',
];
const challenge = 'Bearer realm="Tokendesk"';

/** The identity of whoever may pass: always all five, so that no gateway lets a client's copy stand (INT-6). */
export function allowedAnswer(decision: Extract<RequestDecision, { outcome: 'allowed' }>): GatewayAnswer {
  const { token, permission, context } = decision;
  const scope = asciiValue(`${context}:${permission}`);
  const asked = ['X-Auth-Scopes', scope, 'X-Auth-Context', asciiValue(context)];
  return { status: 200, headers: [...alwaysWhose(token), ...asked], body: '' };
}

// One object as long as memory holds the token.
const whose = new WeakMap<VerifiedToken, readonly string[]>();

function alwaysWhose(token: VerifiedToken): readonly string[] {
  const known = whose.get(token);
  if (known !== undefined) return known;
  const made = [
    ...always,
    ...['Content-Length', '0'],
    ...['X-Auth-User', asciiValue(token.ownerEmail)],
    ...['X-Auth-User-Id', asciiValue(token.ownerId)],
    ...['X-Auth-Token-Id', asciiValue(token.id)],
  ];
  whose.set(token, made);
  return made;
}

/** The answer to a decision that lets nothing through. */
export function refusedAnswer(
  kind: GatewayKind,
  decision: Exclude<RequestDecision, { outcome: 'allowed' }>,
): GatewayAnswer {
  switch (decision.outcome) {
    case 'unauthenticated': {
      const headers = ['WWW-Authenticate', `${challenge}, error="invalid_token"`];
      return refusal(kind, { status: 401, reason: 'The token is not valid.', headers });
    }
    case 'no_operation':
      return refusal(kind, { status: 403, reason: routeFaults[decision.fault] });
    case 'too_many':
      return tooManyAnswer(kind, decision.error);
    case 'denied':
      return deniedAnswer(kind, decision.explanation);
  }
}

/** Where the desk's own protection of its client credentials, or a token's own limit, is used up. */
export function tooManyAnswer(kind: GatewayKind, { message, details }: DeskError): GatewayAnswer {
  const { rate, retryAfterSeconds = 1 } = details;
  const fields = rate === undefined ? [] : Object.entries(rateFields(rate)).flat();
  return refusal(kind, {
    status: 429,
    reason: message,
    headers: ['Retry-After', String(retryAfterSeconds), ...fields],
  });
}

/** The answer where nothing was decided. */
export function faultAnswer(kind: GatewayKind, fault: GatewayFault): GatewayAnswer {
  return refusal(kind, gatewayFaults[fault]);
}

interface Refusal {
  status: 400 | 401 | 403 | 429 | 503;
  /** What nginx is told instead; 403 when absent, unless it is a 401 anyway. */
  ofNginx?: 401;
  reason: string;
  headers?: readonly string[];
  explanation?: Explanation;
}

const gatewayFaults: Record<GatewayFault, Refusal> = {
  unknown_gateway: { status: 403, reason: 'This gateway is not known to the desk.' },
  no_question: { status: 400, reason: 'The gateway does not say, or says twice, what was asked for.' },
  no_credential: {
    status: 401,
    reason: 'No token was presented.',
    headers: ['WWW-Authenticate', challenge],
  },
  several_credentials: {
    status: 400,
    ofNginx: 401,
    reason: 'More than one credential was presented.',
    headers: ['WWW-Authenticate', `${challenge}, error="invalid_request"`],
  },
  unavailable: {
    status: 503,
    reason: 'The desk cannot answer now.',
    headers: ['Retry-After', '5'],
  },
};

const routeFaults: Record<RouteFault, string> = {
  too_long: 'The address is longer than 8 kB.',
  not_a_path: 'The address is not a path.',
  unsafe_path: 'The path could be read in two ways.',
  bad_escape: 'The path has an escape that stands for no character.',
  unknown_path: 'No operation is known at this path.',
  unknown_method: 'No operation is known by this method at this path.',
  ambiguous: 'The path could be one of several operations.',
  bad_context: 'The path names no context that a token can hold.',
};

function deniedAnswer(kind: GatewayKind, explanation: Explanation): GatewayAnswer {
  const { missing, conditions } = explanation;
  const [lacked] = missing;
  const scope = missing.map(({ permission, context }) => `${context}:${permission}`).join(' ');
  const reason =
    conditions[0]?.says ??
    (lacked ? `It lacks ${lacked.permission} in ${lacked.context}.` : 'It is refused.');
  const wants = scope === '' ? '' : `, error="insufficient_scope", scope="${asciiValue(scope)}"`;
  return refusal(kind, {
    status: 403,
    reason,
    headers: ['WWW-Authenticate', `${challenge}${wants}`],
    explanation,
  });
}

/** nginx passes on 401 and 403 alone; anything else would become its own error without a reason (INT-5). */
function statusFor(kind: GatewayKind, { status, ofNginx }: Refusal): number {
  if (kind !== 'nginx') return status;
  return ofNginx ?? (status === 401 ? 401 : 403);
}

function refusal(kind: GatewayKind, refused: Refusal): GatewayAnswer {
  const { reason, headers = [], explanation } = refused;
  const status = statusFor(kind, refused);
  const { missing, conditions, nearestSet, link } = explanation ?? {};
  const body = JSON.stringify({
    type: 'about:blank',
    title: STATUS_CODES[status],
    status,
    detail: reason,
    ...(explanation === undefined ? {} : { missing, conditions }),
    ...((nearestSet ?? null) === null ? {} : { nearestSet }),
    ...((link ?? null) === null ? {} : { link }),
  });
  const more = ['Content-Type', 'application/problem+json', 'Content-Security-Policy', sandboxPolicy];
  const told = ['X-Auth-Reason', sentenceValue(reason)];
  const linked = typeof link === 'string' ? ['X-Auth-Link', link] : [];
  const length = ['Content-Length', String(Buffer.byteLength(body))];
  return { status, headers: [...always, ...more, ...headers, ...told, ...linked, ...length], body };
}
