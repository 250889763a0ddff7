import next from 'next';
import { env } from '@/lib/env';
import { mayImport } from '@/lib/http/server/may-import';
import { runServer, startOrExit } from '@/lib/http/server/run-server';
import { startDesk } from '@/lib/http/server/start-desk';

/** The desk: the machine doors and, with Next, the pages. */
await startOrExit(async () => {
  const settings = env();
  const desk = await startDesk();
  const isDevelopment = settings.nodeEnv === 'development';
  await runServer(settings, {
    desk,
    mayImport,
    greeting: () => `Tokendesk is at ${settings.publicUrl}`,
    makePages: async (server) => {
      const app = next({ dev: isDevelopment, dir: settings.rootDir, httpServer: server });
      await app.prepare();
      if (isDevelopment) {
        const upgrade = app.getUpgradeHandler();
        server.on('upgrade', (request, socket, head) => void upgrade(request, socket, head));
      }
      return app.getRequestHandler();
    },
  });
});
