import type { Server, ServerResponse } from 'node:http';
import type { Loggers } from './logger';
import type { ServerState } from './server-options';

const drainMilliseconds = 10_000;

/**
 * Stops without failing a request (REL-5): not ready → accept no more → let running requests finish, for ten seconds at
 * most, event streams not at all → flush and close what `close` closes.
 */
export async function stopGracefully(
  server: Server,
  state: ServerState,
  close: () => Promise<void>,
  logger: Loggers,
): Promise<void> {
  state.isAccepting = false;
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  for (const response of state.openResponses) if (isEndless(response)) response.end();
  server.closeIdleConnections();
  const timer = setTimeout(() => server.closeAllConnections(), drainMilliseconds);
  const idle = setInterval(() => server.closeIdleConnections(), 100);
  await closed;
  clearTimeout(timer);
  clearInterval(idle);
  await close();
  logger.main.info('stopped');
  await new Promise<void>((resolve) => logger.main.flush(() => resolve()));
}

function isEndless(response: ServerResponse): boolean {
  if (response.getHeader('X-Accel-Buffering') === 'no') return true;
  return String(response.getHeader('Content-Type') ?? '').startsWith('text/event-stream');
}
