import type { PersonFixture } from '@/tests/support/desk';
import { keepDoing } from './keep-doing';

/** Everyone signs in at once by the Canvus API, and again as soon as all are in, until `stop`; answers how many did. */
export function keepLoggingIn(
  url: string,
  people: readonly PersonFixture[],
): { stop: () => Promise<number> } {
  return keepDoing(people, (person) => logIn(url, person));
}

async function logIn(url: string, { person, password }: PersonFixture): Promise<void> {
  const answer = await fetch(`${url}/api/v1/users/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: person.email, password }),
  });
  await answer.arrayBuffer();
  if (answer.status !== 200) throw new Error(`The sign-in of ${person.email} answered ${answer.status}.`);
}
