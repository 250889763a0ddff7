import { codecanvasApi } from '@/lib/domain/api/codecanvas';
import type { Doors } from '@/lib/http/doors';
import { restDoor, type RestManner, type RestSettings } from '@/lib/http/rest/rest-door';
import { route, type RestRoute } from '@/lib/http/rest/rest-route';
import { checkPermission } from '@/lib/services/access/check-permission';
import { readPermissions } from '@/lib/services/catalog/read-permissions';
import { readProfile } from '@/lib/services/people/read-profile';
import { refusalBody, refusalStatus } from './refusal-body';
import { permissionsReply, profileReply, selected } from './replies';
import { tokenRoutes } from './token-routes';

const profileRoutes: readonly RestRoute[] = [
  route(codecanvasApi.readProfile, async (call, { path, query }) =>
    selected(profileReply(await readProfile(call, path.profile)), query),
  ),
  route(codecanvasApi.readPermissions, async (call, { query }) =>
    selected(permissionsReply(await readPermissions(call)), query),
  ),
  route(codecanvasApi.checkPermission, async (call, { body }) => ({
    status: 200,
    body: await checkPermission(call, {
      principal: body.principal,
      permission: body.uniqueRightCode,
      context: body.target,
    }),
  })),
];

const manner: RestManner = { prefixes: ['/api/http/'], bodies: 'json', refusalBody, refusalStatus };

/** The CodeCanvas API: 04-wire §3. */
export function codecanvasDoor(settings: RestSettings): Doors {
  return restDoor([...tokenRoutes, ...profileRoutes], manner, settings);
}
