import type { Question, Reason, Token, Verdict } from './verdict.js';
import type { Verifier } from './create-verifier.js';

/** What a refusal is over HTTP: a problem (RFC 9457) with the challenge of RFC 6750. */
export interface HttpAnswer {
  status: 400 | 401 | 403 | 429 | 503;
  headers: Readonly<Record<string, string>>;
  body: string;
}

/** A request that may pass, or what it is answered. */
export type Judged = { token: Token } | { answer: HttpAnswer };

const challenge = 'Bearer realm="api"';
const dead = [401, 'The token is not valid.'] as const;
const texts: Record<Reason, readonly [HttpAnswer['status'], string]> = {
  malformed: dead,
  unknown: dead,
  expired: dead,
  not_yet_valid: [403, 'The token is not valid yet.'],
  address_not_allowed: [403, 'The token may not be used from this address.'],
  not_in_urls: [403, 'The token may not be used in addresses.'],
  token_lacks: [403, 'The token does not hold what this takes.'],
  rate_limited: [429, 'The token is used too often.'],
  unavailable: [503, 'Tokens cannot be verified at the moment.'],
};

/**
 * Judges a request by its headers, as name and value: the one secret in `Authorization: Bearer` or `Private-Token`. None is
 * a 401 without an error code, several are a 400.
 */
export async function judgeRequest(
  verifier: Verifier,
  headers: Iterable<readonly [string, string]>,
  question: Question,
): Promise<Judged> {
  const found = [...presentedIn(headers)];
  const [presented] = found;
  if (presented === undefined) return { answer: problem(401, 'A token is needed.', challenge) };
  if (found.length > 1 || presented.includes(','))
    return { answer: problem(400, 'A request carries one token.', `${challenge}, error="invalid_request"`) };
  const verdict = await verifier.verify(presented, question);
  return verdict.isAllowed ? { token: verdict.token } : { answer: answerOf(verdict) };
}

/** Node's raw headers as pairs. */
export function* pairsOf(rawHeaders: readonly string[]): Generator<readonly [string, string]> {
  for (let index = 0; index + 1 < rawHeaders.length; index += 2)
    yield [rawHeaders[index] ?? '', rawHeaders[index + 1] ?? ''];
}

function* presentedIn(headers: Iterable<readonly [string, string]>): Generator<string> {
  for (const [name, value] of headers) {
    const lower = name.toLowerCase();
    if (lower === 'private-token') yield value.trim();
    const [, bearer] = (lower === 'authorization' && /^\s*bearer(?:\s+(.*))?$/is.exec(value)) || [];
    if (lower === 'authorization' && /(?:^|,)\s*bearer\b/i.test(value)) yield (bearer ?? value).trim();
  }
}

function answerOf({
  reason,
  missing,
  condition,
  retryAfterSeconds,
}: Extract<Verdict, { isAllowed: false }>): HttpAnswer {
  const [status, detail] = texts[reason];
  const scope = missing === undefined ? '' : `, error="insufficient_scope", scope="${missing.permission}"`;
  const error = status === 401 ? ', error="invalid_token"' : scope;
  const wait = status === 503 ? 1 : retryAfterSeconds;
  const more = {
    ...(missing === undefined ? {} : { missing: [missing] }),
    ...(condition === undefined ? {} : { condition }),
  };
  const isChallenge = status === 401 || status === 403;
  return problem(status, detail, isChallenge ? challenge + error : null, wait, more);
}

const titles = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  429: 'Too Many Requests',
  503: 'Service Unavailable',
};

function problem(
  status: HttpAnswer['status'],
  detail: string,
  authenticate: string | null,
  wait?: number,
  more: object = {},
): HttpAnswer {
  return {
    status,
    headers: {
      'content-type': 'application/problem+json',
      'cache-control': 'private, no-store',
      ...(authenticate === null ? {} : { 'www-authenticate': authenticate }),
      ...(wait === undefined ? {} : { 'retry-after': String(wait) }),
    },
    body: JSON.stringify({ type: 'about:blank', title: titles[status], status, detail, ...more }),
  };
}

/** What a route takes: a permission, and where and from where as the request says. */
export interface RouteQuestion<Request> {
  permission: string;
  /** The context, or how a request names it; `global` when absent. */
  context?: string | ((request: Request) => string);
  /** How the client's address is known; for tokens that are limited to addresses. */
  address?: (request: Request) => string | undefined;
}

/** The question that a request asks. */
export function questionOf<Request>(
  { permission, context = 'global', address }: RouteQuestion<Request>,
  request: Request,
): Question {
  const place = typeof context === 'string' ? context : context(request);
  return { permission, context: place, address: address?.(request) };
}

const tokens = new WeakMap<object, Token>();

/** Remembers the token that a request passed with. */
export function passWith(request: object, token: Token): void {
  tokens.set(request, token);
}

/** The token that a request passed with; undefined for one that was not judged. */
export function tokenOf(request: object): Token | undefined {
  return tokens.get(request);
}
