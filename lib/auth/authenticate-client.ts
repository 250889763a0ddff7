import type { IncomingMessage } from 'node:http';
import type { Call } from '@/lib/domain/call';
import type { DeskError } from '@/lib/domain/errors';
import { secretKind } from '@/lib/domain/secret-format';
import { admitToken } from '@/lib/services/access/admit-request';
import { conditionRefusal } from '@/lib/services/access/condition-refusal';
import { noteUse } from '@/lib/services/tokens/note-use';
import { verifyToken } from '@/lib/services/tokens/verify-token';
import { clientCredential, type ClientForm } from './client-credential';
import { requestFacts } from './request-call';
import { tokenActor } from './token-actor';

/** Who asks at the OAuth door. `refused` is one answer for everything that is presented and does not live. */
export type ClientAuthentication =
  | { outcome: 'valid'; call: Call; presented: string }
  | { outcome: 'none' | 'several' | 'refused' }
  /** The token lives, but not for this request: a condition of it is not met, which its bearer may know. */
  | { outcome: 'unmet'; error: DeskError };

/**
 * The way in for OAuth clients: a token is a client whose id is its public id. Only the secret of a token will do: what was
 * exchanged once, and a session, cannot be exchanged again. A use of the token, counted by its own limit: throws rate_limited.
 */
export async function authenticateClient(
  request: IncomingMessage,
  form: ClientForm,
): Promise<ClientAuthentication> {
  const credential = clientCredential(request.rawHeaders, form);
  if (credential.kind === 'unreadable') return { outcome: 'refused' };
  if (credential.kind !== 'one') return { outcome: credential.kind };
  const { clientId, presented, via } = credential;
  if (secretKind(presented) !== 'personal') return { outcome: 'refused' };
  const now = new Date();
  const verification = await verifyToken(presented, now);
  if (verification.outcome !== 'valid' || verification.token.id !== clientId) return { outcome: 'refused' };
  const { token } = verification;
  const facts = { ...requestFacts(request.headers, now), via };
  const call: Call = { ...facts, actor: tokenActor(token) };
  const error = conditionRefusal(call);
  if (error !== null) return { outcome: 'unmet', error };
  const { address, userAgent, requestId } = facts;
  noteUse(token.id, token.ownerId, { at: now, address, userAgent, requestId, via });
  admitToken(token);
  return { outcome: 'valid', call, presented };
}
