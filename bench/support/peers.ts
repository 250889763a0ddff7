import type { Children } from './children';
import type { LoadRequest } from './load';

/** Express with a look-up in SQLite: the forward-auth that one writes by hand. */
export async function bearerPeer(children: Children): Promise<LoadRequest> {
  const { line: port } = await children.start(['bench/support/peer-express.mjs'], '');
  return { url: `http://127.0.0.1:${port}/authz`, headers: { Authorization: 'Bearer peer-secret' } };
}

/** oidc-provider's introspection of one of its own access tokens. */
export async function oidcPeer(children: Children): Promise<LoadRequest> {
  const { line: port } = await children.start(['bench/support/peer-oidc.mjs'], '');
  const url = `http://127.0.0.1:${port}/token`;
  const basic = (id: string) => `Basic ${Buffer.from(`${id}:peer-secret-of-some-length`).toString('base64')}`;
  const type = 'application/x-www-form-urlencoded';
  const answer = await fetch(url, {
    method: 'POST',
    headers: { Authorization: basic('bearer'), 'Content-Type': type },
    body: 'grant_type=client_credentials',
  });
  const { access_token: token } = (await answer.json()) as { access_token: string };
  return {
    url: `${url}/introspection`,
    method: 'POST',
    headers: { Authorization: basic('asker'), 'Content-Type': type },
    body: `token=${token}`,
  };
}
