import type { Doors } from '@/lib/http/doors';
import { restDoor, type RestSettings } from '@/lib/http/rest/rest-door';
import { auditRoutes } from './audit-routes';
import { loginRoutes } from './login-routes';
import { serverRoutes } from './server-routes';
import { tokenRoutes } from './token-routes';
import type { StreamSettings } from './token-stream-reply';
import { userRoutes } from './user-routes';
import { refusalBody } from './wire';

/** The Canvus API: 04-wire §1. It shares /api/v1 with the desk's own API, so its prefixes are its nouns. */
export function canvusDoor({ beatMilliseconds, ...settings }: RestSettings & StreamSettings): Doors {
  const nouns = ['users', 'audit-log', 'server-info'];
  const manner = {
    prefixes: nouns.flatMap((noun) => [`/api/v1/${noun}`, `/api/v1/${noun}/`]),
    bodies: 'any-json',
    refusalBody,
  } as const;
  // What is more exact comes first: `login` is no user's number.
  const routes = [
    ...loginRoutes(),
    ...userRoutes(),
    ...tokenRoutes({ beatMilliseconds }),
    ...auditRoutes(),
    ...serverRoutes(),
  ];
  return restDoor(routes, manner, settings);
}
