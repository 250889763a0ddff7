import { getRequestListener, type HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import { reportFault } from '@/lib/services/audit/report-fault';
import { platformOperations } from './platform/platform-operations';
import { problemBody } from './problem';
import type { Handler } from './server/server-options';
import { virtuozzoDoor, type VirtuozzoSettings } from './virtuozzo/virtuozzo-door';

/** What the operator may set of the doors. */
export interface DoorSettings extends VirtuozzoSettings {
  isSamplePlatformOn: boolean;
}

const noStore = { 'Cache-Control': 'private, no-store', 'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'; sandbox" };

/** The machine doors: one Hono application in front of Next, in the same process. */
export function createMachineDoors(settings: DoorSettings): Handler {
  const doors = new Hono<{ Bindings: HttpBindings }>();
  if (settings.isSamplePlatformOn) doors.route('/', virtuozzoDoor(platformOperations(), settings));
  doors.notFound((context) => {
    const problem = { status: 404, title: 'Not found', detail: 'There is nothing here.' };
    return context.body(problemBody(problem), 404, { ...noStore, 'Content-Type': 'application/problem+json' });
  });
  doors.onError((error, context) => {
    reportFault(error, String(context.env.incoming.headers['x-request-id'] ?? 'none'));
    const problem = { status: 500, title: 'Internal error', detail: 'The desk could not answer. The log says why.' };
    return context.body(problemBody(problem), 500, { ...noStore, 'Content-Type': 'application/problem+json' });
  });
  const listener = getRequestListener(doors.fetch, { overrideGlobalObjects: false });
  return async (request, response) => {
    await listener(request, response);
  };
}
