import { globally, json, type MatrixRequest } from './request';
import { placeToken } from './world';

const profiles = '/api/http/team-directory/profiles';
const named = (operation: string) => `users.authentication.${operation}`;

function onProfile(method: string, suffix: string, body?: unknown): MatrixRequest {
  return {
    isAddressed: true,
    make: (_world, { person }) => {
      const path = `${profiles}/id:${person.id}${suffix}`;
      return Promise.resolve(body === undefined ? { method, path } : json(method, path, body));
    },
  };
}

function onToken(permission: string, method: string, body?: unknown): MatrixRequest {
  return {
    isAddressed: true,
    make: async (_world, person) => {
      const { id } = await placeToken(person, { access: globally(named(permission)) });
      const path = `${profiles}/id:${person.person.id}/permanent-tokens/${id}`;
      return body === undefined ? { method, path } : json(method, path, body);
    },
  };
}

export const codecanvasRequests: Readonly<Record<string, MatrixRequest>> = {
  'codecanvas.createPermanentToken': onProfile('POST', '/permanent-tokens', {
    name: 'Build server',
    scope: `global:${named('CreateToken')}`,
  }),
  'codecanvas.listPermanentTokens': onProfile('GET', '/permanent-tokens'),
  'codecanvas.deleteCurrentPermanentToken': {
    make: () => Promise.resolve({ method: 'DELETE', path: `${profiles}/me/permanent-tokens/current` }),
  },
  'codecanvas.updatePermanentToken': onToken('EditToken', 'PATCH', { name: 'Another name' }),
  'codecanvas.deletePermanentToken': onToken('DeleteTokens', 'DELETE'),
  'codecanvas.readProfile': onProfile('GET', ''),
  'codecanvas.readPermissions': { make: () => Promise.resolve({ path: '/api/http/permissions' }) },
  'codecanvas.checkPermission': {
    make: () =>
      Promise.resolve(
        json('POST', '/api/http/permissions/check-permission', {
          principal: 'profile:me',
          uniqueRightCode: 'environment.control.StopEnv',
          target: 'global',
        }),
      ),
  },
};
