import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request as it reached the service behind a gateway. */
export interface Seen {
  method: string;
  url: string;
  /** Name, value, name, value; as they came. */
  rawHeaders: readonly string[];
  body: string;
}

/** A small service that knows nothing of tokens: it answers whatever reaches it, and keeps what it saw. */
export class Upstream {
  readonly seen: Seen[] = [];

  private constructor(
    readonly url: string,
    readonly close: () => Promise<void>,
  ) {}

  static async open(): Promise<Upstream> {
    const server = createServer();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const upstream = new Upstream(`http://127.0.0.1:${port}`, async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    });
    server.on('request', (request: IncomingMessage, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const { method = '', url = '', rawHeaders } = request;
        upstream.seen.push({ method, url, rawHeaders, body: Buffer.concat(chunks).toString('utf8') });
        response.setHeader('content-type', 'application/json');
        response.end('{"from":"the service"}');
      });
    });
    return upstream;
  }

  /** The same by name, in lower case: HAProxy writes names so, nginx and Caddy as they stand in the configuration. */
  identityByName(): Record<string, string> {
    return Object.fromEntries(this.identity().map(([name, value]) => [name.toLowerCase(), value]));
  }

  /** What the last request said of its bearer: every header that a service could take for an identity header. */
  identity(): [string, string][] {
    const { rawHeaders = [] } = this.seen.at(-1) ?? {};
    const pairs: [string, string][] = [];
    for (let index = 0; index + 1 < rawHeaders.length; index += 2) {
      const name = (rawHeaders[index] ?? '').toLowerCase().replace(/[^a-z0-9]/g, '-');
      if (name.startsWith('x-auth-')) pairs.push([rawHeaders[index] ?? '', rawHeaders[index + 1] ?? '']);
    }
    return pairs;
  }

  /** The names of the last request's headers, in lower case. */
  headerNames(): string[] {
    const { rawHeaders = [] } = this.seen.at(-1) ?? {};
    return rawHeaders.filter((_, index) => index % 2 === 0).map((name) => name.toLowerCase());
  }
}
