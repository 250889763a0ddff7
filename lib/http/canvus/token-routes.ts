import { tokenOperations } from '@/lib/domain/api/canvus-tokens';
import { deskPermissions } from '@/lib/domain/desk-permissions';
import { DeskError } from '@/lib/domain/errors';
import type { TokenFacts } from '@/lib/domain/token';
import { tokenIdSchema } from '@/lib/domain/token-input';
import type { TokenRow } from '@/lib/domain/token-view';
import { route, type RestRoute } from '@/lib/http/rest/rest-route';
import { personByNumber } from '@/lib/services/people/person-by-number';
import { editToken } from '@/lib/services/tokens/edit-token';
import { generateAlike } from '@/lib/services/tokens/generate-alike';
import { listTokenFacts, readTokenFacts } from '@/lib/services/tokens/list-token-facts';
import { removeTokens } from '@/lib/services/tokens/remove-tokens';
import { isStreamWanted, streamReply, type StreamSettings } from './token-stream-reply';
import { tokenReply } from './token-reply';

const { viewTokens, manageTokens } = deskPermissions;

/** Access tokens: `/api/v1/users/:id/access-tokens`. */
export function tokenRoutes(settings: StreamSettings): RestRoute[] {
  return [
    route(tokenOperations.list, async (call, input, presented) => {
      const ownerId = await personByNumber(call, input.path.id, viewTokens);
      if (isStreamWanted(input))
        return streamReply(call, { ownerId }, { ...settings, presented }, input.signal);
      return { status: 200, body: (await listTokenFacts(call, ownerId)).map(tokenReply) };
    }),
    route(tokenOperations.read, async (call, input, presented) => {
      const ownerId = await personByNumber(call, input.path.id, viewTokens);
      const tokenId = requireTokenId(input.path.tokenId);
      if (isStreamWanted(input))
        return streamReply(call, { ownerId, tokenId }, { ...settings, presented }, input.signal);
      return { status: 200, body: tokenReply(await readTokenFacts(call, tokenId, ownerId)) };
    }),
    route(tokenOperations.create, async (call, { path, body }) => {
      const ownerId = await personByNumber(call, path.id, manageTokens);
      const { token, secret } = await generateAlike(call, body.description, ownerId);
      return { status: 200, body: { ...tokenReply(factsOf(token)), plain_token: secret } };
    }),
    route(tokenOperations.describe, async (call, { path, body }) => {
      const ownerId = await personByNumber(call, path.id, manageTokens);
      const input = { id: requireTokenId(path.tokenId), fields: { description: body.description } };
      return { status: 200, body: tokenReply(factsOf(await editToken(call, input, ownerId))) };
    }),
    route(tokenOperations.remove, async (call, { path }) => {
      const ownerId = await personByNumber(call, path.id, manageTokens);
      await removeTokens(call, { tokens: [{ id: requireTokenId(path.tokenId) }] }, ownerId);
      return { status: 200, body: null };
    }),
  ];
}

/** An id that no token can have is an unknown token, not a malformed request. */
function requireTokenId(id: string): string {
  if (tokenIdSchema.safeParse(id).success) return id;
  throw new DeskError('not_found', 'There is no such token.');
}

function factsOf({ id, description, createdAt }: TokenRow): Omit<TokenFacts, 'number'> {
  return { id, description, createdAt: new Date(createdAt) };
}
