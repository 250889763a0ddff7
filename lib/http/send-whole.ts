import type { ServerResponse } from 'node:http';
import { reportFault } from '@/lib/services/audit/report-fault';

/** An answer in one piece. */
export interface WholeAnswer {
  status: number;
  /** Name, value, name, value. */
  headers: string[];
  /** Absent where headers alone go, as for HEAD. */
  body?: string | undefined;
  /** Called once it is written. */
  sent?: (() => void) | undefined;
}

// So that nobody waits for more than as many others.
const mostWaiting = 32;
let waiting: { response: ServerResponse; answer: WholeAnswer }[] = [];

/**
 * Sends an answer in one go with the others of this turn of the event loop, once all requests that had come are decided. A
 * write wakes whoever reads it, and while they still read the next ones cost half as much (docs/decisions/0023). What was
 * answered meanwhile, or has lost its reader, is left alone.
 */
export function sendWhole(response: ServerResponse, answer: WholeAnswer): void {
  const count = waiting.push({ response, answer });
  if (count === 1) setImmediate(sendWaiting);
  if (count >= mostWaiting) sendWaiting();
}

function sendWaiting(): void {
  const all = waiting;
  waiting = [];
  for (const { response, answer } of all) send(response, answer);
}

function send(response: ServerResponse, { status, headers, body, sent }: WholeAnswer): void {
  if (response.headersSent || response.destroyed) return;
  try {
    response.writeHead(status, headers);
    response.end(body);
    sent?.();
  } catch (error) {
    // One that cannot be written must not take the others with it.
    response.destroy();
    reportFault(error, 'send');
  }
}
