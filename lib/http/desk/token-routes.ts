import { deskTokensApi } from '@/lib/domain/api/desk-tokens';
import type { Call } from '@/lib/domain/call';
import { DeskError } from '@/lib/domain/errors';
import { expiryOf } from '@/lib/domain/expiry';
import type { ChangePauseInput } from '@/lib/domain/token-input';
import type { TokenView } from '@/lib/domain/token-view';
import { route, type RestFacts, type RestInput } from '@/lib/http/rest/rest-route';
import { copyToken } from '@/lib/services/tokens/copy-token';
import { editToken } from '@/lib/services/tokens/edit-token';
import { findOwnerId } from '@/lib/services/tokens/find-owner-id';
import { generateToken } from '@/lib/services/tokens/generate-token';
import { pauseToken } from '@/lib/services/tokens/pause-token';
import { readToken } from '@/lib/services/tokens/read-token';
import { regenerateToken } from '@/lib/services/tokens/regenerate-token';
import { removeTokens } from '@/lib/services/tokens/remove-tokens';
import { resumeToken } from '@/lib/services/tokens/resume-token';
import { searchTokens } from '@/lib/services/tokens/search-tokens';
import { newTokenReply, tokenReply, toShape } from './token-reply';

/** The proof of a change, where the body brings one. */
export function proofIn(body: { password?: string | undefined } | undefined) {
  return body?.password === undefined ? {} : { proof: { password: body.password } };
}

/** An end as the verbs take it; undefined when it is left out. */
export function expiryIn(expiresAt: string | null | undefined) {
  if (expiresAt === undefined) return undefined;
  return expiresAt === null ? 'never' : expiryOf(new Date(expiresAt));
}

/** The version that a change names; `If-Match: *` says that any will do. Throws version_required without one (API-7). */
function seenVersion({ ifMatch, incoming }: RestFacts): number | undefined {
  if (ifMatch !== undefined || incoming.headers['if-match'] === '*') return ifMatch;
  throw new DeskError(
    'version_required',
    'Say in If-Match which version you have seen: the ETag of the token.',
  );
}

interface OnToken {
  id: string;
}
type PauseInput = RestInput<OnToken, unknown, { password?: string | undefined } | undefined>;

/** Pause and resume are told alike. */
function pauseAnswer(verb: (call: Call, input: ChangePauseInput, ownerId?: string) => Promise<TokenView>) {
  return async (call: Call, input: PauseInput) => {
    const { id } = input.path;
    const change = { id, version: seenVersion(input), ...proofIn(input.body) };
    return tokenReply(await verb(call, change, await findOwnerId(call, id)));
  };
}

/** Tokens in our own API. An administrator reaches those of others by their ids. */
export const tokenRoutes = [
  route(deskTokensApi.listTokens, async (call, { query, incoming }) => {
    const { tokens, next } = await searchTokens(call, query);
    return {
      status: 200,
      body: { data: tokens.map(toShape), next },
      headers: linkTo(next, incoming.url, query),
    };
  }),
  route(deskTokensApi.createToken, async (call, { body }) => {
    const { expiresAt, ownerId, password: _, ...rest } = body;
    const fields = { ...rest, expiry: expiryIn(expiresAt) ?? 'never' };
    return newTokenReply(201, await generateToken(call, { fields, ...proofIn(body) }, ownerId));
  }),
  route(deskTokensApi.readToken, async (call, { path: { id } }) =>
    tokenReply(await readToken(call, id, await findOwnerId(call, id))),
  ),
  route(deskTokensApi.editToken, async (call, input) => {
    const { id } = input.path;
    const { expiresAt, password: _, ...rest } = input.body;
    const expiry = expiryIn(expiresAt);
    const fields = { ...rest, ...(expiry === undefined ? {} : { expiry }) };
    const change = { id, version: seenVersion(input), fields, ...proofIn(input.body) };
    return tokenReply(await editToken(call, change, await findOwnerId(call, id)));
  }),
  route(deskTokensApi.deleteToken, async (call, input) => {
    const { id } = input.path;
    const tokens = [{ id, version: seenVersion(input) }];
    await removeTokens(call, { tokens, ...proofIn(input.body) }, await findOwnerId(call, id));
    return { status: 204 };
  }),
  route(deskTokensApi.regenerateToken, async (call, input) => {
    const { id } = input.path;
    const expiry = expiryIn(input.body?.expiresAt);
    const change = { id, version: seenVersion(input), expiry, ...proofIn(input.body) };
    return newTokenReply(200, await regenerateToken(call, change, await findOwnerId(call, id)));
  }),
  route(deskTokensApi.pauseToken, pauseAnswer(pauseToken)),
  route(deskTokensApi.resumeToken, pauseAnswer(resumeToken)),
  route(deskTokensApi.copyToken, async (call, { path: { id }, body }) => {
    const { expiresAt, password: _, ...rest } = body;
    const fields = { ...rest, expiry: expiryIn(expiresAt) ?? 'never' };
    const change = { sourceId: id, fields, ...proofIn(body) };
    return newTokenReply(201, await copyToken(call, change, await findOwnerId(call, id)));
  }),
];

/** RFC 8288: where the next part is. */
function linkTo(
  next: string | null,
  path: string | undefined,
  query: Readonly<Record<string, string | number | undefined>>,
): Record<string, string> {
  if (next === null) return {};
  const given = Object.entries({ ...query, cursor: next }).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)]],
  );
  return { Link: `<${path ?? ''}?${new URLSearchParams(given).toString()}>; rel="next"` };
}
