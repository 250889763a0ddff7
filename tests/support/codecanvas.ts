import { randomBytes } from 'node:crypto';
import { expect } from 'vitest';
import { createPersonFixture, type PersonFixture } from './desk';
import type { DoorFixture } from './door';
import { tokenFixture } from './tokens';

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

/** A part of the list of tokens. */
export interface ListedTokens {
  next: string;
  totalCount: number;
  data: { id: string; name: string; scope: string; expires?: unknown; lastAccess?: unknown }[];
}

/** The project admin of `shop`, with a token `first` of full access, who asks the door with it, or `by` another secret. */
export interface CodeCanvasOwner {
  fixture: PersonFixture;
  id: string;
  secret: string;
  ask: (request: string, data?: unknown, by?: string) => Promise<CodeCanvasAnswer>;
  listed: (query?: string, by?: string) => Promise<ListedTokens>;
}

/** Makes one; the project `shop` has to be there. */
export async function codecanvasOwner(front: DoorFixture): Promise<CodeCanvasOwner> {
  const fixture = await createPersonFixture({
    name: 'Vera van Blum',
    roles: [
      { role: 'member', context: 'global' },
      { role: 'project-admin', context: 'project:shop' },
    ],
  });
  const { token, secret } = await tokenFixture(fixture, { description: 'first' });
  const ask: CodeCanvasOwner['ask'] = (request, data, by = secret) => codecanvas(front, by, request, data);
  const listed: CodeCanvasOwner['listed'] = async (query = '', by = secret) =>
    (await ask(`GET ${myTokens}${query}`, undefined, by)).body as ListedTokens;
  return { fixture, id: token.id, secret, ask, listed };
}

/** The token of an answer to a creation, and its secret. */
export const firstOf = ({ body }: CodeCanvasAnswer) =>
  (body as { first: { id: string; scope: string; expires?: unknown } }).first;
export const secretOf = ({ body }: CodeCanvasAnswer) => (body as { second: string }).second;

/** Any date as this API writes it. */
export const anyDate = { iso: expect.any(String) as string, timestamp: expect.any(Number) as number };
