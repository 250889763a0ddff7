import { handleAuthRequest } from '@/lib/auth/handle-auth-request';

/** What the sign-in address answered. */
export interface BrowseAnswer {
  status: number;
  headers: Headers;
  setCookies: readonly string[];
  body: unknown;
}

/** A browser as far as sign-in needs one: keeps cookies, fetches the form's own proof, posts forms. */
export function browse(origin = 'http://localhost:3000', headers: Record<string, string> = {}) {
  const jar = new Map<string, string>();
  const cookie = () => [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
  const take = (header: string) => {
    for (const part of header.split('; ')) {
      const [name = '', value = ''] = part.split(/=(.*)/s);
      jar.set(name, value);
    }
  };
  const send = async (path: string, form?: Record<string, string>): Promise<BrowseAnswer> => {
    const response = await handleAuthRequest(
      new Request(`${origin}${path}`, {
        headers: {
          cookie: cookie(),
          'x-client-address': '198.51.100.20',
          'user-agent': 'Firefox',
          ...headers,
        },
        ...(form === undefined ? {} : { method: 'POST', body: new URLSearchParams(form) }),
      }),
    );
    const setCookies = response.headers.getSetCookie();
    for (const each of setCookies) take(each.split(';')[0] ?? '');
    const text = await response.text();
    const body: unknown = text.startsWith('{') ? JSON.parse(text) : text;
    return { status: response.status, headers: response.headers, setCookies, body };
  };
  const csrf = async (): Promise<string> => {
    const { body } = await send('/api/auth/csrf');
    return typeof body === 'object' && body !== null && 'csrfToken' in body ? String(body.csrfToken) : '';
  };
  const post = async (path: string, form: Record<string, string>) =>
    send(path, { csrfToken: await csrf(), json: 'true', ...form });
  return {
    cookie,
    take,
    get: (path: string) => send(path),
    post,
    postBare: (path: string, form: Record<string, string>) => send(path, form),
    signIn: (email: string, password: string, callbackUrl = '/profile/auth-tokens') =>
      post('/api/auth/callback/credentials', { email, password, callbackUrl }),
  };
}
