import { createServer, request as httpRequest, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ServerOptions } from '@/lib/http/server/server-options';

/** A real listener with the real front and doors; `pages` stands for Next. */
export interface DoorFixture {
  port: number;
  /** Every line that was logged. */
  logged: string[];
  send: (wanted: Wanted) => Promise<Answered>;
  close: () => Promise<void>;
}

export interface Wanted {
  method?: string;
  path: string;
  headers?: Readonly<Record<string, string | string[]>>;
  body?: string | Buffer;
}

export interface Answered {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
}

/** Starts the server of the project without Next on a free port. */
export async function doorFixture(
  overrides: Partial<ServerOptions> & { isQueryCredentialOn?: boolean } = {},
): Promise<DoorFixture> {
  const { createHotDoors } = await import('@/lib/http/hot-doors');
  const { createMachineDoors } = await import('@/lib/http/machine-doors');
  const { createFront } = await import('@/lib/http/server/create-front');
  const { newServerState } = await import('@/lib/http/server/server-options');
  const { createLoggers } = await import('@/lib/http/server/logger');
  const logged: string[] = [];
  const { isQueryCredentialOn = true, ...given } = overrides;
  const options: ServerOptions = {
    publicUrl: 'http://localhost:3000',
    isPublicUrlGiven: true,
    trustedProxies: [],
    isDevelopment: false,
    logger: createLoggers('info', { write: (line) => logged.push(line) }),
    doors: createMachineDoors({
      publicUrl: given.publicUrl ?? 'http://localhost:3000',
      isSamplePlatformOn: true,
      isQueryCredentialOn,
      bodyTimeoutMilliseconds: 500,
    }),
    hotDoors: createHotDoors({
      publicUrl: given.publicUrl ?? 'http://localhost:3000',
      bodyTimeoutMilliseconds: 500,
    }),
    pages: (_request, response) => void response.end('page'),
    checkReady: () => Promise.resolve(true),
    bodyTimeoutMilliseconds: 500,
    ...given,
  };
  const front = createFront(options, newServerState());
  const server = createServer((request, response) => void front(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { port, logged, send: (wanted) => send(port, wanted), close: () => close(server) };
}

/** Sends one request as it is written, without a client's niceties. */
export function send(port: number, { method = 'GET', path, headers = {}, body }: Wanted): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(
      { port, host: '127.0.0.1', method, path, headers, agent: false },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            text: Buffer.concat(chunks).toString('utf8'),
          }),
        );
        response.on('error', reject);
      },
    );
    request.on('error', reject);
    request.end(body);
  });
}

function close(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
