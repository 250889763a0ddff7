import { deskSelfApi } from '@/lib/domain/api/desk-self';
import { route } from '@/lib/http/rest/rest-route';
import { readCatalog } from '@/lib/services/catalog/read-catalog';
import { readSelf } from '@/lib/services/self/read-self';
import { revokeSelf } from '@/lib/services/self/revoke-self';
import { rotateSelf } from '@/lib/services/self/rotate-self';
import { newTokenReply } from './token-reply';
import { expiryIn, proofIn } from './token-routes';

/** What a credential may know and do about itself, and what the desk knows of permissions. */
export const selfRoutes = [
  route(deskSelfApi.readSelf, async (call) => ({ status: 200, body: await readSelf(call) })),
  route(deskSelfApi.revokeSelf, async (call) => {
    await revokeSelf(call);
    return { status: 204 };
  }),
  route(deskSelfApi.rotateSelf, async (call, { body }) => {
    const expiry = expiryIn(body?.expiresAt);
    return newTokenReply(200, await rotateSelf(call, { expiry, ...proofIn(body) }));
  }),
  route(deskSelfApi.readCatalog, async (call) => ({ status: 200, body: await readCatalog(call) })),
];
