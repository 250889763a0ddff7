import { presentedCredential, type RawHeaders } from './presented-credential';

/**
 * What a client of the OAuth door presents (RFC 6749 §2.3.1): its id and its secret, by HTTP Basic or in the form. `several`
 * is refused as a bad request (API-1), `unreadable` like a wrong secret.
 */
export type ClientCredential =
  | { kind: 'none' }
  | { kind: 'one'; clientId: string; presented: string; via: 'header' | 'form' }
  | { kind: 'several' }
  | { kind: 'unreadable' };

/** The members of the form by which a client may present itself. */
export interface ClientForm {
  client_id?: string | undefined;
  client_secret?: string | undefined;
}

/**
 * The one credential of a client. HTTP Basic beside a secret in the form, Basic twice, or a token in a header beside either
 * are `several`; the id alone may stand in the form as well, when it is the same. Works on raw headers, because Node keeps
 * only the first of two Authorization headers.
 */
export function clientCredential(rawHeaders: RawHeaders, form: ClientForm): ClientCredential {
  const authorizations: string[] = [];
  for (let index = 0; index + 1 < rawHeaders.length; index += 2) {
    if (rawHeaders[index]?.toLowerCase() === 'authorization')
      authorizations.push(rawHeaders[index + 1] ?? '');
  }
  const [authorization] = authorizations;
  const { client_id: formId = '', client_secret: formSecret = '' } = form;
  const isTokenPresent = presentedCredential(rawHeaders).kind !== 'none';
  const presentedCount = Math.max(authorizations.length, Number(isTokenPresent)) + Number(formSecret !== '');
  if (presentedCount > 1) return { kind: 'several' };
  if (formSecret !== '') {
    return formId === ''
      ? { kind: 'unreadable' }
      : { kind: 'one', clientId: formId, presented: formSecret, via: 'form' };
  }
  if (authorization === undefined) return { kind: isTokenPresent ? 'unreadable' : 'none' };
  const basic = readBasic(authorization);
  if (basic === null) return { kind: 'unreadable' };
  if (isTokenPresent || (formId !== '' && formId !== basic.clientId)) return { kind: 'several' };
  return { kind: 'one', ...basic, via: 'header' };
}

/** Id and secret of HTTP Basic, each form-encoded before the two were joined; null for anything else. */
function readBasic(authorization: string): { clientId: string; presented: string } | null {
  const [, encoded] = /^basic +([A-Za-z0-9+/]{1,1024}={0,2})$/i.exec(authorization.trim()) ?? [];
  if (encoded === undefined) return null;
  const [, id, secret] = /^([^:]+):(.+)$/s.exec(Buffer.from(encoded, 'base64').toString('utf8')) ?? [];
  const [clientId, presented] = [formDecode(id), formDecode(secret)];
  return clientId === null || presented === null ? null : { clientId, presented };
}

function formDecode(text: string | undefined): string | null {
  try {
    return text === undefined ? null : decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return null;
  }
}
