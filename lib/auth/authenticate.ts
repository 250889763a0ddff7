import type { IncomingMessage } from 'node:http';
import type { Call } from '@/lib/domain/call';
import type { DeskError } from '@/lib/domain/errors';
import { secretKind } from '@/lib/domain/secret-format';
import { conditionRefusal } from '@/lib/services/access/condition-refusal';
import { verifySession } from '@/lib/services/sessions/verify-session';
import { noteUse } from '@/lib/services/tokens/note-use';
import { verifyToken } from '@/lib/services/tokens/verify-token';
import { presentedCredential } from './presented-credential';
import { requestFacts } from './request-call';
import { tokenActor } from './token-actor';

/**
 * Who asks at a machine door. `refused` is one answer for everything that is presented and does not live, so that all of it
 * looks the same to a stranger.
 */
export type Authentication =
  | { outcome: 'valid'; call: Call; presented: string }
  | { outcome: 'none' }
  | { outcome: 'several' }
  | { outcome: 'refused' }
  /** The token lives, but not for this request: a condition of it is not met, which its bearer may know. */
  | { outcome: 'unmet'; error: DeskError };

/**
 * The one way in for machines: credential → verification → actor → the token's conditions. A secret of a token or of an access token acts as that
 * token, the secret of an API's session as its person. Cookies and all else that is ambient mean nothing here (WEB-3).
 */
export async function authenticate(
  request: IncomingMessage,
  session: { query?: readonly string[]; form?: readonly string[] } = {},
): Promise<Authentication> {
  const credential = presentedCredential(request.rawHeaders, session);
  if (credential.kind !== 'one') return { outcome: credential.kind };
  const { presented, via } = credential;
  const now = new Date();
  const facts = { ...requestFacts(request.headers, now), via };
  if (secretKind(presented) === 'session') {
    const live = await verifySession(presented, now);
    if (live === null) return { outcome: 'refused' };
    return { outcome: 'valid', call: { ...facts, actor: { kind: 'person', ...live } }, presented };
  }
  const verification = await verifyToken(presented, now);
  if (verification.outcome !== 'valid') return { outcome: 'refused' };
  const { token } = verification;
  const call: Call = { ...facts, actor: tokenActor(token) };
  const error = conditionRefusal(call);
  if (error !== null) return { outcome: 'unmet', error };
  const { address, userAgent, requestId } = facts;
  noteUse(token.id, token.ownerId, { at: now, address, userAgent, requestId, via });
  return { outcome: 'valid', call, presented };
}
