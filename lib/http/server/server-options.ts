import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Loggers } from './logger';

/** Answers one request of node:http. */
export type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void> | void;

/** What the front is made of; server.ts gives the real things, tests give what they need. */
export interface ServerOptions {
  /** Origin under which browsers reach the desk. */
  publicUrl: string;
  /** False when the operator named none: then other loopback names are sent to it. */
  isPublicUrlGiven: boolean;
  trustedProxies: readonly string[];
  isDevelopment: boolean;
  logger: Loggers;
  /** Answers what the machine doors serve. */
  doors: Handler;
  /** Next. */
  pages: Handler;
  /** True while the database answers. */
  checkReady: () => Promise<boolean>;
  /** Milliseconds within which a request's body has to arrive. */
  bodyTimeoutMilliseconds: number;
}

/** What changes while the server runs. */
export interface ServerState {
  /** False from the first signal to stop on. */
  isAccepting: boolean;
  /** Answers under way; at the end the endless ones among them are ended. */
  openResponses: Set<ServerResponse>;
}

export function newServerState(): ServerState {
  return { isAccepting: true, openResponses: new Set() };
}
