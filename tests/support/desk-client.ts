import { expect } from 'vitest';
import type { Answered, DoorFixture, Wanted } from './door';
import { validateReply } from './validate-reply';

/** What our own API answered: JSON where there is any. */
export interface DeskAnswer<Body> extends Omit<Answered, 'text'> {
  body: Body;
}

/** Sends JSON to our own API with a secret in the header. Every answer must be one that the description tells (API-12). */
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
  const parsed: unknown = text === '' ? undefined : JSON.parse(text);
  expect(validateReply({ method, path, status: answer.status, body: parsed })).toEqual([]);
  return { ...answer, body: (parsed ?? null) as Body };
}
