import type { Answered, DoorFixture, Wanted } from './door';

/** What our own API answered: JSON where there is any. */
export interface DeskAnswer<Body> extends Omit<Answered, 'text'> {
  body: Body;
}

/** Sends JSON to our own API with a secret in the header. */
export async function askDesk<Body = Record<string, unknown>>(
  door: DoorFixture,
  secret: string | null,
  method: string,
  path: string,
  { body, headers = {} }: { body?: unknown; headers?: Wanted['headers'] } = {},
): Promise<DeskAnswer<Body>> {
  const { text, ...answer } = await door.send({
    method,
    path,
    headers: {
      ...(secret === null ? {} : { authorization: `Bearer ${secret}` }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { ...answer, body: (text === '' ? null : JSON.parse(text)) as Body };
}
