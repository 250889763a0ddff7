import { getRequestListener, type HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import { problemBody } from './problem';
import type { Handler } from './server/server-options';

/** The machine doors: one Hono application in front of Next, in the same process. */
export function createMachineDoors(): Handler {
  const doors = new Hono<{ Bindings: HttpBindings }>();
  doors.notFound((context) => {
    const problem = { status: 404, title: 'Not found', detail: 'There is nothing here.' };
    return context.body(problemBody(problem), 404, { 'Content-Type': 'application/problem+json' });
  });
  const listener = getRequestListener(doors.fetch, { overrideGlobalObjects: false });
  return (request, response) => void listener(request, response);
}
