import { codecanvasTokenApi } from '@/lib/domain/api/codecanvas-tokens';
import type { Call } from '@/lib/domain/call';
import { deskPermissions } from '@/lib/domain/desk-permissions';
import { DeskError } from '@/lib/domain/errors';
import type { ProfileReference } from '@/lib/domain/profile-reference';
import { tokenIdSchema } from '@/lib/domain/token-input';
import { route, type RestRoute } from '@/lib/http/rest/rest-route';
import { currentCatalog } from '@/lib/services/catalog/current-catalog';
import { requireProfile } from '@/lib/services/people/require-profile';
import { listTokenViews } from '@/lib/services/tokens/list-token-views';
import { removeCurrent } from '@/lib/services/tokens/remove-current';
import { removeTokens } from '@/lib/services/tokens/remove-tokens';
import { editScoped, generateScoped } from '@/lib/services/tokens/scoped-tokens';
import { selected, tokenReply } from './replies';

const done = { status: 200 } as const;

/** Permanent tokens. */
export const tokenRoutes: readonly RestRoute[] = [
  route(codecanvasTokenApi.createToken, async (call, { path, query, body }) => {
    const ownerId = await ownerOf(call, path.profile, 'manageTokens');
    const { token, secret } = await generateScoped(call, body, ownerId);
    return selected({ first: tokenReply(token, currentCatalog()), second: secret }, query);
  }),
  route(codecanvasTokenApi.listTokens, async (call, { path, query }) => {
    const ownerId = await ownerOf(call, path.profile, 'viewTokens');
    const { $skip: offset, $top: limit } = query;
    const { tokens, total } = await listTokenViews(call, { offset, limit }, ownerId);
    const data = tokens.map((token) => tokenReply(token, currentCatalog()));
    return selected({ next: String(offset + tokens.length), totalCount: total, data }, query);
  }),
  // Before the next two: `current` is no id.
  route(codecanvasTokenApi.deleteCurrentToken, async (call, { path }) => {
    const { isOwn } = await requireProfile(call, path.profile, deskPermissions.manageTokens);
    if (!isOwn) throw new DeskError('not_found', 'The token that presents itself is not of this profile.');
    await removeCurrent(call);
    return done;
  }),
  route(codecanvasTokenApi.editToken, async (call, { path, body }) => {
    const ownerId = await ownerOf(call, path.profile, 'manageTokens');
    await editScoped(call, requireTokenId(path.id), body, ownerId);
    return done;
  }),
  route(codecanvasTokenApi.deleteToken, async (call, { path }) => {
    const ownerId = await ownerOf(call, path.profile, 'manageTokens');
    await removeTokens(call, { tokens: [{ id: requireTokenId(path.id) }] }, ownerId);
    return done;
  }),
];

/** Whose tokens are meant, as the verbs take it, which judge it again. */
async function ownerOf(
  call: Call,
  profile: ProfileReference,
  permission: 'viewTokens' | 'manageTokens',
): Promise<string> {
  return (await requireProfile(call, profile, deskPermissions[permission])).id;
}

/** An id that no token can have is an unknown token, not a malformed request. */
function requireTokenId(id: string): string {
  if (tokenIdSchema.safeParse(id).success) return id;
  throw new DeskError('not_found', 'There is no such token.');
}
