import type { IncomingMessage } from 'node:http';
import { authenticate } from '@/lib/auth/authenticate';
import { presentedCredential } from '@/lib/auth/presented-credential';
import { requestFacts } from '@/lib/auth/request-call';
import type { Call } from '@/lib/domain/call';
import { DeskError } from '@/lib/domain/errors';
import { virtuozzoCodes } from '@/lib/domain/virtuozzo-codes';
import { readIdempotencyKey } from '@/lib/http/rest/read-parts';
import type { AnyOperation } from '@/lib/http/served-operation';
import { admitCall } from '@/lib/services/access/admit-request';
import { reportFault } from '@/lib/services/audit/report-fault';
import { failure, failureOf, successText, type Envelope } from './envelope';
import type { Parameters } from './read-parameters';

/** The text of an envelope with its HTTP status: 200, but for a request that presents more than one credential. */
export interface Answer {
  status: 200 | 400;
  text: string;
}

const ok = (envelope: Envelope): Answer => ({ status: 200, text: JSON.stringify(envelope) });
const misread = (name: string, reason: string) => ok(failure(virtuozzoCodes.invalidParameter, name, reason));

/**
 * Answers one call: credential → verification → the verb, which authorises. Cookies and everything else that is ambient
 * mean nothing here (WEB-3).
 */
export async function answerCall(
  request: IncomingMessage,
  operation: AnyOperation,
  parameters: Parameters,
  settings: { isQueryCredentialOn: boolean },
): Promise<Answer> {
  if (parameters.isPasswordInAddress && Object.hasOwn(operation.parameters.shape, 'password'))
    return misread('password', 'A password is never read from an address: send it in the body of a POST.');
  if (parameters.sessions.query.length > 0 && !settings.isQueryCredentialOn)
    return refuseAddress(request, parameters);
  if ('runOpen' in operation) {
    const mistake = duplicateOf(parameters);
    if (mistake !== null) return mistake;
    const facts = requestFacts(request.headers, new Date());
    return run(() => operation.runOpen(facts, parameters.values), facts.requestId, refusedSignIn);
  }
  const authentication = await authenticate(request, parameters.sessions);
  if (authentication.outcome === 'unmet') return ok(failureOf(authentication.error));
  if (authentication.outcome !== 'valid') return refuse(authentication.outcome);
  const { call } = authentication;
  admitCall(call);
  if (
    !operation.isReading &&
    mayBeUnasked(request, call.actor.kind === 'token' && call.actor.limits.mayUseInUrls)
  ) {
    const reason =
      'A browser that follows a link changes nothing with this credential: it may not be used in URLs.';
    return ok(failure(virtuozzoCodes.ownerLacks, undefined, reason));
  }
  return (
    duplicateOf(parameters) ??
    (await run(() => operation.run(keyed(call, request), parameters.values), call.requestId))
  );
}

/** With the Idempotency-Key of the request, which the verbs that make secrets look at (API-6). */
function keyed(call: Call, request: IncomingMessage): Call {
  const idempotencyKey = readIdempotencyKey(request);
  return idempotencyKey === undefined ? call : { ...call, idempotencyKey };
}

function refuse(outcome: 'none' | 'several' | 'refused'): Answer {
  if (outcome === 'none') return ok(failure(virtuozzoCodes.notAuthenticated));
  if (outcome === 'refused') return ok(failure(virtuozzoCodes.invalidSession));
  return {
    ...misread('session', 'A request carries one credential: in a header, or as session.'),
    status: 400,
  };
}

/** The operator has switched credentials in the address off. */
function refuseAddress(request: IncomingMessage, { sessions }: Parameters): Answer {
  if (presentedCredential(request.rawHeaders, sessions).kind === 'several') return refuse('several');
  const reason = 'This desk takes no credential in the address: send it in a header or in the body.';
  return ok(failure(virtuozzoCodes.notAuthenticated, undefined, reason));
}

function duplicateOf({ duplicate }: Parameters): Answer | null {
  if (duplicate === null) return null;
  return misread(/^[\w.-]{1,64}$/.test(duplicate) ? duplicate : '', 'A parameter stands twice.');
}

/** Where a credential is asked for, a wrong one has failed to authenticate; there is no session that could be invalid. */
function refusedSignIn(error: DeskError): Envelope {
  if (error.code !== 'unauthenticated') return failureOf(error);
  return failure(virtuozzoCodes.notAuthenticated, undefined, error.message);
}

async function run(
  work: () => Promise<Readonly<Record<string, unknown>>>,
  requestId: string,
  toFailure = failureOf,
): Promise<Answer> {
  try {
    return { status: 200, text: successText(await work()) };
  } catch (error) {
    if (error instanceof DeskError) return ok(toFailure(error));
    reportFault(error, requestId);
    return ok(
      failure(
        virtuozzoCodes.failed,
        undefined,
        `Something failed on the server. Its number in the log is ${requestId}.`,
      ),
    );
  }
}

/**
 * True for a request that a browser may have made without anyone asking for it: a prefetched link, or a page, an image or a
 * form on a foreign site that names a leaked address. The last two are let through where the token's owner allowed URLs.
 */
function mayBeUnasked(request: IncomingMessage, mayUseInUrls: boolean): boolean {
  const { headers } = request;
  if (/prefetch/i.test(`${String(headers['sec-purpose'] ?? '')} ${String(headers.purpose ?? '')}`))
    return true;
  const mode = headers['sec-fetch-mode'];
  return (mode === 'navigate' || mode === 'no-cors') && !mayUseInUrls;
}
