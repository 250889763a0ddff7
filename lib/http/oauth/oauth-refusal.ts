import type { RestReply } from '@/lib/http/rest/rest-route';

/** RFC 6749 §5.1 asks for both of these names; the first stands on every reply already. */
export const notStored = { Pragma: 'no-cache' };

/** A refusal in the words of RFC 6749 §5.2, with the challenge where a client has not authenticated. */
export function oauthRefusal(status: 400 | 401, error: string, description: string): RestReply {
  const challenge = { 'WWW-Authenticate': 'Basic realm="Tokendesk", charset="UTF-8"' };
  return {
    status,
    body: { error, error_description: description },
    headers: status === 401 ? { ...notStored, ...challenge } : notStored,
  };
}

/** More than one credential, or one twice (API-1). */
export function severalCredentials(): RestReply {
  return oauthRefusal(400, 'invalid_request', 'A request carries one credential.');
}
