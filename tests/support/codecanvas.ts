import { randomBytes } from 'node:crypto';
import type { DoorFixture } from './door';

/** An answer with its body parsed: what clients of this API see. */
export interface CodeCanvasAnswer {
  status: number;
  body: unknown;
  text: string;
  headers: Record<string, unknown>;
}

/** Below every address of the API. */
export const codecanvasRoot = '/api/http';
export const myTokens = '/team-directory/profiles/me/permanent-tokens';

/** Asks the CodeCanvas door as its clients do: a bearer, and JSON where there is something to say. */
export async function codecanvas(
  front: DoorFixture,
  secret: string | null,
  request: string,
  data?: unknown,
): Promise<CodeCanvasAnswer> {
  const [method = 'GET', path = '/'] = request.split(' ');
  const { status, text, headers } = await front.send({
    method,
    path: `${codecanvasRoot}${path}`,
    headers: {
      ...(secret === null ? {} : { Authorization: `Bearer ${secret}` }),
      ...(data === undefined ? {} : { 'Content-Type': 'application/json' }),
    },
    ...(data === undefined ? {} : { body: typeof data === 'string' ? data : JSON.stringify(data) }),
  });
  return { status, text, headers, body: text === '' ? undefined : (JSON.parse(text) as unknown) };
}

/** Exchanges a token's id and secret as every client of this API begins. */
export async function exchanged(
  front: DoorFixture,
  { id, secret }: { id: string; secret: string },
  scope = '**',
): Promise<string> {
  const answer = await front.send({
    method: 'POST',
    path: '/oauth/token',
    headers: {
      Authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`,
      'Content-Type': 'application/x-www-form-urlencoded',
    },
    body: new URLSearchParams({ grant_type: 'client_credentials', scope }).toString(),
  });
  const { access_token: given } = JSON.parse(answer.text) as { access_token?: string };
  if (given === undefined) throw new Error(answer.text);
  return given;
}

/** An id like one of ours that nothing has. */
export function unknownId(): string {
  return randomBytes(16).toString('base64url');
}
