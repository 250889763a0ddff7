import { createServer, type Server } from 'node:http';
import { createHotDoors } from '@/lib/http/hot-doors';
import { createMachineDoors, type DoorSettings } from '@/lib/http/machine-doors';
import { createFront } from './create-front';
import { stopGracefully } from './graceful-stop';
import { createLoggers } from './logger';
import { serveMetrics } from './serve-metrics';
import { newServerState, type Handler, type ServerOptions } from './server-options';
import type { StartedDesk } from './start-desk';

const bodyTimeoutMilliseconds = 15_000;

/** What a process that serves is told; lib/env has all of it. */
export interface RunSettings extends Omit<DoorSettings, 'bodyTimeoutMilliseconds'> {
  nodeEnv: string;
  host: string;
  /** Where to listen. */
  port: number;
  isPublicUrlGiven: boolean;
  trustedProxies: readonly string[];
  logLevel: string;
  metricsPort: number | null;
  metricsHost: string;
}

/** What differs between the desk and the gate. `makePages` is given the server before it listens. */
export interface Served {
  desk: StartedDesk;
  /** The line that the terminal is told once requests are taken. */
  greeting: (port: number) => string;
  makePages: (server: Server) => Promise<Handler>;
  mayImport?: ServerOptions['mayImport'];
}

/**
 * One process: node:http owns the socket, the machine doors come first, everything else goes to the pages. Resolves once
 * requests are taken; stops gracefully at the first signal.
 */
export async function runServer(
  settings: RunSettings,
  { desk, greeting, makePages, mayImport }: Served,
): Promise<void> {
  const { publicUrl, isPublicUrlGiven, trustedProxies } = settings;
  const logger = createLoggers(settings.logLevel);
  const state = newServerState();
  const server = createServer({ headersTimeout: 15_000, requestTimeout: 60_000, keepAliveTimeout: 65_000 });
  const pages = await makePages(server);
  const front = createFront(
    {
      ...{ publicUrl, isPublicUrlGiven, trustedProxies, logger, pages, bodyTimeoutMilliseconds },
      isDevelopment: settings.nodeEnv === 'development',
      doors: createMachineDoors({ ...settings, bodyTimeoutMilliseconds }),
      hotDoors: createHotDoors({ publicUrl, bodyTimeoutMilliseconds }),
      checkReady: desk.checkReady,
      ...(mayImport === undefined ? {} : { mayImport }),
    },
    state,
  );
  server.on('request', (request, response) => void front(request, response));
  const stopMetrics = await serveMetrics(settings);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(settings.port, settings.host, resolve);
  });
  const bound = server.address();
  const port = typeof bound === 'object' && bound !== null ? bound.port : settings.port;
  for (const line of [...desk.greeting, greeting(port)]) process.stdout.write(`${line}\n`);

  let isStopping = false;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      if (isStopping) return;
      isStopping = true;
      stopMetrics();
      void stopGracefully(server, state, desk.close, logger).then(() => process.exit(0));
    });
  }
}

/** Runs a program to its start. A mistake of the operator is a sentence; anything else keeps its stack, for a report. */
export async function startOrExit(program: () => Promise<void>): Promise<void> {
  try {
    await program();
  } catch (error) {
    const sentence = sentenceOf(error);
    process.stderr.write(
      sentence !== null
        ? `${sentence}\n`
        : `The desk could not start.\n${String(error instanceof Error ? error.stack : error)}\n`,
    );
    process.exit(1);
  }
}

function sentenceOf(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  if (error.name === 'EnvError') return error.message;
  if (!('code' in error)) return null;
  if (error.code === 'EADDRINUSE')
    return 'Something else listens on that PORT already. Set PORT, GATE_PORT or METRICS_PORT to another one.';
  if (error.code === 'EACCES') return 'This user may not listen on that PORT. Set PORT to another one.';
  return null;
}
