import { request, type IncomingHttpHeaders, type OutgoingHttpHeaders } from 'node:http';

/** What a client on the wire gets: nothing is followed, decoded or retried. */
export interface WireReply {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
}

export interface WireRequest {
  method?: string;
  headers?: OutgoingHttpHeaders;
  body?: string | Buffer;
}

/** One request on a connection of its own. `path` goes out as it is written. */
export function wire(
  url: string,
  path: string,
  { method = 'GET', headers = {}, body }: WireRequest = {},
): Promise<WireReply> {
  const { port, host } = new URL(url);
  return new Promise((resolve, reject) => {
    const sent = request(
      { host: '127.0.0.1', port, method, path, agent: false, headers: { host, ...headers } },
      (reply) => {
        const chunks: Buffer[] = [];
        reply.on('data', (chunk: Buffer) => chunks.push(chunk));
        reply.on('error', reject);
        reply.on('end', () =>
          resolve({
            status: reply.statusCode ?? 0,
            headers: reply.headers,
            text: Buffer.concat(chunks).toString('utf8'),
          }),
        );
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}

/** The envelope of the Virtuozzo door (04-wire §2). */
export interface Envelope {
  result: number;
  error?: string;
  [field: string]: unknown;
}

export interface DeskApi {
  /** Calls `service.component.Method` with the secret in the query, as the documentation's curl does. */
  call: (operation: string, parameters?: Record<string, string>) => Promise<Envelope>;
  /** The same with the secret in a header. */
  callByHeader: (operation: string, parameters?: Record<string, string>) => Promise<Envelope>;
  /** The same as a form. */
  callByForm: (operation: string, parameters?: Record<string, string>) => Promise<Envelope>;
}

/** A real HTTP client of the machine door that holds one secret. */
export function deskApi(url: string, secret: string): DeskApi {
  const path = (operation: string) => {
    const [service = '', component = '', method = ''] = operation.split('.');
    return `/1.0/${service}/${component}/rest/${method.toLowerCase()}`;
  };
  const read = async (sent: Promise<WireReply>): Promise<Envelope> => {
    const reply = await sent;
    if (reply.status !== 200) throw new Error(`HTTP ${reply.status}: ${reply.text}`);
    const envelope: Envelope = JSON.parse(reply.text);
    return envelope;
  };
  return {
    call: (operation, parameters = {}) =>
      read(wire(url, `${path(operation)}?${new URLSearchParams({ ...parameters, session: secret })}`)),
    callByHeader: (operation, parameters = {}) =>
      read(
        wire(url, `${path(operation)}?${new URLSearchParams(parameters)}`, {
          headers: { authorization: `Bearer ${secret}` },
        }),
      ),
    callByForm: (operation, parameters = {}) =>
      read(
        wire(url, path(operation), {
          method: 'POST',
          headers: { 'content-type': 'application/x-www-form-urlencoded' },
          body: new URLSearchParams({ ...parameters, session: secret }).toString(),
        }),
      ),
  };
}
