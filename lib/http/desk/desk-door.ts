import type { Doors } from '@/lib/http/doors';
import { restDoor, type RestSettings } from '@/lib/http/rest/rest-door';
import { descriptionRoute } from './description-route';
import { deskProblem } from './desk-problem';
import { leakRoutes } from './leak-routes';
import { selfRoutes } from './self-routes';
import { tokenRoutes } from './token-routes';

/** Our own API (04-wire §6), and the description of all of them. It answers whatever is left below /api/v1. */
export function deskDoor(settings: RestSettings): Doors {
  const manner = {
    prefixes: ['/api/v1/', '/openapi.json'],
    bodies: 'json',
    refusalBody: deskProblem,
    refusalMediaType: 'application/problem+json',
  } as const;
  return restDoor([...tokenRoutes, ...selfRoutes, ...leakRoutes, descriptionRoute], manner, settings);
}
