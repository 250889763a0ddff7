import { createServer } from 'node:http';
import next from 'next';
import { env, EnvError, type Env } from '@/lib/env';
import { createMachineDoors } from '@/lib/http/machine-doors';
import { createFront } from '@/lib/http/server/create-front';
import { stopGracefully } from '@/lib/http/server/graceful-stop';
import { createLoggers } from '@/lib/http/server/logger';
import { newServerState } from '@/lib/http/server/server-options';
import { startDesk } from '@/lib/http/server/start-desk';

const bodyTimeoutMilliseconds = 15_000;

/** One process: node:http owns the socket, the machine doors come first, everything else goes to Next. */
async function main(settings: Env): Promise<void> {
  const desk = await startDesk();
  const isDevelopment = settings.nodeEnv === 'development';
  const logger = createLoggers(settings.logLevel);
  const state = newServerState();
  const server = createServer({ headersTimeout: 15_000, requestTimeout: 60_000, keepAliveTimeout: 65_000 });
  const app = next({ dev: isDevelopment, dir: settings.rootDir, httpServer: server });
  await app.prepare();
  const front = createFront(
    {
      publicUrl: settings.publicUrl,
      isPublicUrlGiven: settings.isPublicUrlGiven,
      trustedProxies: settings.trustedProxies,
      isDevelopment,
      logger,
      doors: createMachineDoors({ ...settings, bodyTimeoutMilliseconds }),
      pages: app.getRequestHandler(),
      checkReady: desk.checkReady,
      bodyTimeoutMilliseconds,
    },
    state,
  );
  server.on('request', (request, response) => void front(request, response));
  if (isDevelopment) {
    const upgrade = app.getUpgradeHandler();
    server.on('upgrade', (request, socket, head) => void upgrade(request, socket, head));
  }
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(settings.port, settings.host, resolve);
  });
  for (const line of desk.greeting) process.stdout.write(`${line}\n`);
  process.stdout.write(`Tokendesk is at ${settings.publicUrl}\n`);

  let isStopping = false;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      if (isStopping) return;
      isStopping = true;
      void stopGracefully(server, state, desk.close, logger).then(() => process.exit(0));
    });
  }
}

/** A mistake of the operator is a sentence; anything else keeps its stack, for a report. */
function fail(error: unknown): never {
  const sentence = error instanceof EnvError ? error.message : portSentence(error);
  process.stderr.write(
    sentence !== null
      ? `${sentence}\n`
      : `The desk could not start.\n${String(error instanceof Error ? error.stack : error)}\n`,
  );
  process.exit(1);
}

function portSentence(error: unknown): string | null {
  if (!(error instanceof Error && 'code' in error)) return null;
  if (error.code === 'EADDRINUSE')
    return 'Something else listens on that PORT already. Set PORT to another one.';
  if (error.code === 'EACCES') return 'This user may not listen on that PORT. Set PORT to another one.';
  return null;
}

try {
  await main(env());
} catch (error) {
  fail(error);
}
