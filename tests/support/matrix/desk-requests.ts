import { globally, json, type MatrixRequest } from './request';
import { placeToken } from './world';

const tokens = '/api/v1/tokens';
const named = (operation: string) => `users.authentication.${operation}`;

/** A call about one token, which holds the permission of the call alone, so that a token limited to it may. */
function onToken(
  permission: string,
  method: string,
  suffix = '',
  body?: unknown,
  state: 'alive' | 'paused' = 'alive',
): MatrixRequest {
  return {
    isAddressed: true,
    make: async (_world, person) => {
      const { id, version } = await placeToken(person, { access: globally(named(permission)), state });
      const headers = method === 'GET' ? {} : { 'if-match': `"${version}"` };
      const path = `${tokens}/${id}${suffix}`;
      return body === undefined ? { method, path, headers } : json(method, path, body, headers);
    },
  };
}

const fields = (permission: string) => ({
  description: 'made by the matrix',
  access: globally(named(permission)),
  expiresAt: null,
  mayUseInUrls: false,
});

const plain = (method: string, path: string): MatrixRequest => ({
  make: () => Promise.resolve({ method, path }),
});

export const deskRequests: Readonly<Record<string, MatrixRequest>> = {
  'desk.listTokens': plain('GET', `${tokens}?limit=5`),
  'desk.createToken': { make: () => Promise.resolve(json('POST', tokens, fields('CreateToken'))) },
  'desk.readToken': onToken('GetTokens', 'GET'),
  'desk.editToken': onToken('EditToken', 'PATCH', '', { description: 'another name' }),
  'desk.deleteToken': onToken('DeleteTokens', 'DELETE'),
  'desk.regenerateToken': onToken('RegenerateToken', 'POST', '/regenerate', {}),
  'desk.pauseToken': onToken('EditToken', 'POST', '/pause', {}),
  'desk.resumeToken': onToken('EditToken', 'POST', '/resume', {}, 'paused'),
  'desk.copyToken': onToken('CreateToken', 'POST', '/copy', fields('CreateToken')),
  'desk.readSelf': plain('GET', '/api/v1/self'),
  'desk.revokeSelf': plain('DELETE', '/api/v1/self'),
  'desk.rotateSelf': { make: () => Promise.resolve(json('POST', '/api/v1/self/rotate', {})) },
  'desk.readCatalog': plain('GET', '/api/v1/catalog'),
  'desk.reportLeaked': {
    make: async (_world, person) =>
      json('POST', '/api/v1/credentials/revoke', { credentials: [(await placeToken(person)).secret] }),
  },
  'desk.readDescription': plain('GET', '/openapi.json'),
};
