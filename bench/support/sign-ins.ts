import { keepDoing } from './keep-doing';

/** Someone who signs in during a measurement, from an address of their own. */
export interface SignInPerson {
  email: string;
  password: string;
  address: string;
}

/** Signs one person in over HTTP, as the form does. Throws when the desk does not let them in. */
async function signIn(url: string, { email, password, address }: SignInPerson): Promise<void> {
  const opened = await fetch(`${url}/api/auth/csrf`, { headers: { 'x-forwarded-for': address } });
  const cookie = opened.headers
    .getSetCookie()
    .map((line) => line.split(';', 1).join(''))
    .join('; ');
  const { csrfToken } = (await opened.json()) as { csrfToken: string };
  const answer = await fetch(`${url}/api/auth/callback/credentials`, {
    method: 'POST',
    redirect: 'manual',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      origin: url,
      cookie,
      'x-forwarded-for': address,
    },
    body: new URLSearchParams({ email, password, csrfToken, json: 'true' }),
  });
  if (!answer.headers.getSetCookie().some((line) => line.includes('session'))) {
    throw new Error(`The sign-in of ${email} answered ${answer.status}.`);
  }
}

/** Everyone signs in at once, and again as soon as all are in, until `stop`; answers how many sign-ins there were. */
export function keepSigningIn(url: string, people: readonly SignInPerson[]): { stop: () => Promise<number> } {
  return keepDoing(people, (person) => signIn(url, person));
}
