import { operationScenarios } from '../operations.cases';
import { systemCall } from '../desk';
import { form, globally, type MatrixRequest } from './request';
import { placeToken } from './world';

const named = (operation: string) => `users.authentication.${operation}`;

function pathOf(code: string): string {
  const [service = '', component = '', method = ''] = code.split('.');
  return `/1.0/${service}/${component}/rest/${method}`;
}

/** A call of token management. A number of someone else's token does not exist here, for administrators either. */
function onToken(method: string, fields: (number: string) => Record<string, string>): MatrixRequest {
  return {
    isAddressed: true,
    isOwnOnly: true,
    make: async (_world, person) => {
      const { number } = await placeToken(person, { access: globally(named(method)) });
      return form(pathOf(named(method)), fields(String(number)));
    },
  };
}

const authentication = (method: string, fields: Record<string, string> = {}): MatrixRequest => ({
  make: () => Promise.resolve(form(pathOf(named(method)), fields)),
});

let environments = 0;

/** A project holds a limited number of environments and archives; those of earlier calls are not needed. */
async function clearPlatform(): Promise<void> {
  const { writing } = await import('@/lib/db/client');
  const client = await writing();
  await client.deployment.deleteMany();
  await client.environment.deleteMany();
  await client.archive.deleteMany();
}

/** A call of the sample platform, on an environment of its own in the project `shop`. */
function onPlatform(code: string): MatrixRequest {
  return {
    make: async () => {
      const { createEnvironment } = await import('@/lib/services/platform/environments/create-environment');
      await clearPlatform();
      environments += 1;
      const envName = `matrix-${environments}`;
      await createEnvironment(systemCall(), { env: { shortdomain: envName }, envGroups: 'shop' });
      const parameters = await operationScenarios[code]?.prepare(envName);
      const body = new FormData();
      for (const [name, value] of Object.entries(parameters ?? {})) {
        if (typeof value === 'string') body.append(name, value);
        else body.append(name, new Blob([new Uint8Array(value)]), 'archive');
      }
      const encoded = new Response(body);
      return {
        method: 'POST',
        path: pathOf(code),
        headers: { 'content-type': encoded.headers.get('content-type') ?? '' },
        body: Buffer.from(await encoded.arrayBuffer()),
      };
    },
  };
}

export const virtuozzoRequests: Readonly<Record<string, MatrixRequest>> = {
  ...Object.fromEntries(Object.keys(operationScenarios).map((code) => [code, onPlatform(code)])),
  [named('GetTokens')]: authentication('GetTokens'),
  [named('GetTokenTemplates')]: authentication('GetTokenTemplates'),
  [named('GetTokenApiList')]: authentication('GetTokenApiList'),
  [named('CreateToken')]: authentication('CreateToken', {
    description: 'made by the matrix',
    apiList: named('CreateToken'),
  }),
  [named('EditToken')]: onToken('EditToken', (id) => ({ id, description: 'another name' })),
  [named('RegenerateToken')]: onToken('RegenerateToken', (id) => ({ id })),
  [named('DeleteTokens')]: onToken('DeleteTokens', (ids) => ({ ids })),
  [named('Signin')]: {
    make: ({ owner }) =>
      Promise.resolve(form(pathOf(named('Signin')), { login: owner.person.email, password: owner.password })),
  },
  [named('Signout')]: { ...authentication('Signout'), isForSessions: true },
  [named('CheckPassword')]: { ...authentication('CheckPassword', { password: 'x' }), isForSessions: true },
};
