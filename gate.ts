import { env } from '@/lib/env';
import { sendProblem } from '@/lib/http/problem';
import { runServer, startOrExit } from '@/lib/http/server/run-server';
import { startGate } from '@/lib/http/server/start-desk';

/** The gate: the machine doors alone, without Next, on the database of a desk. */
await startOrExit(async () => {
  const settings = { ...env(), port: env().gatePort };
  const desk = await startGate();
  await runServer(settings, {
    desk,
    greeting: (port) => `The gate of Tokendesk is at http://${settings.host}:${port}`,
    makePages: () =>
      Promise.resolve((_request, response) =>
        sendProblem(response, {
          status: 404,
          title: 'Not found',
          detail: 'There is nothing here: this is the gate, which serves machines.',
        }),
      ),
  });
});
