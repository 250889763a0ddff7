import type { Answered, DoorFixture, Wanted } from './door';
import type { ResourceServerFixture } from './resource-server';

/** The Authorization header by which a resource server asks. */
export function asBasic({ client, secret }: ResourceServerFixture): string {
  return `Basic ${Buffer.from(`${client.id}:${secret}`).toString('base64')}`;
}

/** `POST /oauth/introspect` with a form, or with a body as it is written. */
export function introspect(
  door: DoorFixture,
  fields: Readonly<Record<string, string>> | string,
  headers: Wanted['headers'],
): Promise<Answered> {
  return door.send({
    method: 'POST',
    path: '/oauth/introspect',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded', ...headers },
    body: typeof fields === 'string' ? fields : new URLSearchParams(fields).toString(),
  });
}
