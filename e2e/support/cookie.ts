import type { Person } from './people';
import { wire, type WireReply } from './desk-api';

/** A cookie jar of two lines: enough to sign in by hand. */
class Jar {
  private readonly cookies = new Map<string, string>();

  take(reply: WireReply): void {
    for (const line of reply.headers['set-cookie'] ?? []) {
      const [pair = ''] = line.split(';', 1);
      const at = pair.indexOf('=');
      if (pair.slice(at + 1) === '') this.cookies.delete(pair.slice(0, at));
      else this.cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
  }

  header(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }
}

/** The answer of a sign-in over plain HTTP. `cookie` is a Cookie header; `reply` is what set it. */
export interface SignedIn {
  cookie: string;
  reply: WireReply;
}

/** Signs in over plain HTTP, as the form does: token against forgery first, then email and password. */
export async function signInByHttp(
  url: string,
  person: Pick<Person, 'email' | 'password'>,
): Promise<SignedIn> {
  const jar = new Jar();
  const opened = await wire(url, '/api/auth/csrf');
  jar.take(opened);
  const { csrfToken: formProof } = JSON.parse(opened.text) as { csrfToken: string };
  const reply = await wire(url, '/api/auth/callback/credentials', {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', origin: url, cookie: jar.header() },
    body: new URLSearchParams({
      email: person.email,
      password: person.password,
      csrfToken: formProof,
      json: 'true',
    }).toString(),
  });
  jar.take(reply);
  return { cookie: jar.header(), reply };
}

/** The cookie that carries the session. */
export function sessionCookie(cookie: string): { name: string; value: string } {
  const pair = cookie.split('; ').find((each) => /^(?:__Host-)?tokendesk\.session=/.test(each));
  if (pair === undefined) throw new Error('The sign-in set no session cookie.');
  const at = pair.indexOf('=');
  return { name: pair.slice(0, at), value: pair.slice(at + 1) };
}
