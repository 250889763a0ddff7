import { Hono } from 'hono';
import type { Doors } from '@/lib/http/doors';
import { answerAuthz } from './answer-authz';

const answered = new Response(null);

/** Where gateways ask: `/authz/nginx`, `/authz/caddy`, `/authz/haproxy`, `/authz/traefik`, `/authz/envoy/*` (04-wire §5). */
export function gatewayDoor(): Doors {
  const door: Doors = new Hono();
  return door.all('/authz/*', async (context) => {
    const { incoming, outgoing } = context.env;
    return (await answerAuthz(incoming, outgoing)) ? answered : context.notFound();
  });
}
