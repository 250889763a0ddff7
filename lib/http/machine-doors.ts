import type { IncomingMessage, ServerResponse } from 'node:http';
import { Hono } from 'hono';
import { reportFault } from '@/lib/services/audit/report-fault';
import { setSecurityHeaders } from './answer-headers';
import { canvusDoor } from './canvus/canvus-door';
import { codecanvasDoor } from './codecanvas/codecanvas-door';
import { deskDoor } from './desk/desk-door';
import type { Doors } from './doors';
import { gatewayDoor } from './gateway/gateway-door';
import { oauthDoor } from './oauth/oauth-door';
import { platformOperations } from './platform/platform-operations';
import { sendProblem, type Problem } from './problem';
import type { Handler } from './server/server-options';
import { authenticationOperations } from './virtuozzo/authentication-operations';
import { verifierDoor } from './verifier/verifier-door';
import { virtuozzoDoor, type VirtuozzoSettings } from './virtuozzo/virtuozzo-door';

/** What the operator may set of the doors. */
export interface DoorSettings extends Omit<VirtuozzoSettings, 'isHttps'> {
  isSamplePlatformOn: boolean;
  publicUrl: string;
  /** How often an idle stream says that it is there; the usual time when absent. */
  beatMilliseconds?: number;
}

const answered = new Response(null);

/**
 * The machine doors: one Hono application in front of Next, in the same process. Hono routes by method and address; the
 * doors read and answer node:http's own request and response, which makes no Request and no Response on the hot path.
 */
export function createMachineDoors(settings: DoorSettings): Handler {
  const isHttps = settings.publicUrl.startsWith('https:');
  const doors: Doors = new Hono();
  const platform = settings.isSamplePlatformOn ? platformOperations() : [];
  doors.route('/', virtuozzoDoor([...authenticationOperations(), ...platform], { ...settings, isHttps }));
  doors.route('/', canvusDoor({ ...settings, isHttps }));
  const { publicUrl, bodyTimeoutMilliseconds } = settings;
  doors.route('/', oauthDoor({ publicUrl, isHttps, bodyTimeoutMilliseconds }));
  const { beatMilliseconds } = settings;
  doors.route('/', verifierDoor({ isHttps, bodyTimeoutMilliseconds, beatMilliseconds }));
  doors.route('/', gatewayDoor());
  doors.route('/', codecanvasDoor({ isHttps, bodyTimeoutMilliseconds }));
  // Last of those below /api/v1: it answers for whatever is left there.
  doors.route('/', deskDoor({ isHttps, bodyTimeoutMilliseconds }));
  const refuse = (response: ServerResponse, problem: Problem) => {
    setSecurityHeaders(response, isHttps);
    sendProblem(response, problem);
    return answered;
  };
  doors.notFound((context) =>
    refuse(context.env.outgoing, { status: 404, title: 'Not found', detail: 'There is nothing here.' }),
  );
  doors.onError((error, context) => {
    const { incoming, outgoing } = context.env;
    reportFault(error, String(incoming.headers['x-request-id']));
    return refuse(outgoing, {
      status: 500,
      title: 'Internal error',
      detail: 'The desk could not answer. The log says why.',
    });
  });
  return async (incoming, outgoing) => {
    await doors.fetch(routeOf(incoming), { incoming, outgoing });
  };
}

/** What Hono routes by. Nothing else of a Request is ever read. */
function routeOf(incoming: IncomingMessage): Request {
  return { method: incoming.method ?? 'GET', url: `http://desk${incoming.url ?? '/'}` } as Request;
}
