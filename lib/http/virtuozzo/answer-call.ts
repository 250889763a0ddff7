import type { IncomingMessage } from 'node:http';
import { presentedCredential } from '@/lib/auth/presented-credential';
import { requestCall } from '@/lib/auth/request-call';
import type { Call } from '@/lib/domain/call';
import { DeskError } from '@/lib/domain/errors';
import { virtuozzoCodes } from '@/lib/domain/virtuozzo-codes';
import type { ServedOperation } from '@/lib/http/served-operation';
import { reportFault } from '@/lib/services/audit/report-fault';
import { noteUse } from '@/lib/services/tokens/note-use';
import { verifyToken } from '@/lib/services/tokens/verify-token';
import { failure, failureOf, successText, type Envelope } from './envelope';
import type { Parameters } from './read-parameters';

/** The text of an envelope with its HTTP status: 200, but for a request that presents more than one credential. */
export interface Answer {
  status: 200 | 400;
  text: string;
}

const ok = (envelope: Envelope): Answer => ({ status: 200, text: JSON.stringify(envelope) });

/**
 * Answers one call: credential → verification → the verb, which authorises. Cookies and everything else that is ambient
 * mean nothing here (WEB-3).
 */
export async function answerCall(
  request: IncomingMessage,
  operation: ServedOperation,
  parameters: Parameters,
  settings: { isQueryCredentialOn: boolean },
): Promise<Answer> {
  const credential = presentedCredential(request.rawHeaders, parameters.sessions);
  if (credential.kind === 'several') {
    const reason = 'A request carries one credential: in a header, or as session.';
    return { ...ok(failure(virtuozzoCodes.invalidParameter, 'session', reason)), status: 400 };
  }
  if (credential.kind === 'none') return ok(failure(virtuozzoCodes.notAuthenticated));
  if (credential.via === 'query' && !settings.isQueryCredentialOn) {
    const reason = 'This desk takes no credential in the address: send it in a header or in the body.';
    return ok(failure(virtuozzoCodes.notAuthenticated, undefined, reason));
  }
  const now = new Date();
  const verification = await verifyToken(credential.presented, now);
  if (verification.outcome !== 'valid') return ok(failure(virtuozzoCodes.invalidSession));
  const { token } = verification;
  const call = requestCall(request.headers, token, credential.via, now);
  const { address, userAgent, requestId, via } = call;
  noteUse(token.id, token.ownerId, { at: now, address, userAgent, requestId, via });
  if (!operation.isReading && mayBeUnasked(request, token.mayUseInUrls)) {
    const reason =
      'A browser that follows a link changes nothing with this token: it may not be used in URLs.';
    return ok(failure(virtuozzoCodes.ownerLacks, undefined, reason));
  }
  if (parameters.duplicate !== null) {
    const name = /^[\w.-]{1,64}$/.test(parameters.duplicate) ? parameters.duplicate : '';
    return ok(failure(virtuozzoCodes.invalidParameter, name, 'A parameter stands twice.'));
  }
  return run(operation, call, parameters.values, requestId);
}

async function run(
  operation: ServedOperation,
  call: Call,
  values: Record<string, unknown>,
  requestId: string,
): Promise<Answer> {
  try {
    return { status: 200, text: successText(await operation.run(call, values)) };
  } catch (error) {
    if (error instanceof DeskError) return ok(failureOf(error));
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
