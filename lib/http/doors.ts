import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Hono } from 'hono';

/** A door, or all of them: a Hono application over node:http's own request and response. */
export type Doors = Hono<{ Bindings: { incoming: IncomingMessage; outgoing: ServerResponse } }>;
