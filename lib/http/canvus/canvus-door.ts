import type { Doors } from '@/lib/http/doors';
import { restDoor, type RestSettings } from '@/lib/http/rest/rest-door';
import { tokenRoutes } from './token-routes';
import type { StreamSettings } from './token-stream-reply';
import { refusalBody } from './wire';

/** The Canvus API: 04-wire §1. It shares /api/v1 with the desk's own API, so its prefixes are its nouns. */
export function canvusDoor({ beatMilliseconds, ...settings }: RestSettings & StreamSettings): Doors {
  const nouns = ['users', 'audit-log', 'server-info'];
  const manner = {
    prefixes: nouns.flatMap((noun) => [`/api/v1/${noun}`, `/api/v1/${noun}/`]),
    bodies: 'any-json',
    refusalBody,
  } as const;
  return restDoor(tokenRoutes({ beatMilliseconds }), manner, settings);
}
