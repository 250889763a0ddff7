import type { IncomingMessage, ServerResponse } from 'node:http';
import type { DoorName } from '@/lib/services/metrics/counters';
import type { Loggers } from './logger';

/** Answers one request of node:http. */
export type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void> | void;

/** What the front has settled of a request before anything else is done with it. */
export interface HotFacts {
  id: string;
  address: string;
  /** To be called once the answer is written: counts it and writes its log line. */
  answered: () => void;
  /** Hands the request to the ordinary doors after all; with its body, where that was read. */
  goOn: (request: IncomingMessage) => Promise<void> | void;
}

/**
 * The quick way for requests that come by the thousands: answers from memory what it can, in the same turn. False when it
 * did not take the request; one that it took it answers, or hands over by `goOn`. It sees what the client sent, unchanged.
 */
export type HotDoors = (
  door: DoorName,
  request: IncomingMessage,
  response: ServerResponse,
  facts: HotFacts,
) => boolean;

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
  hotDoors?: HotDoors;
  /** Next. */
  pages: Handler;
  /** True for a request whose session may send a document to the catalog, which is larger than a form. */
  mayImport?: (request: IncomingMessage) => Promise<boolean>;
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
