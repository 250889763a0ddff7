import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** What a proxy does: lets through; cuts what there is and what comes; or holds all bytes back in both directions. */
export type ProxyMode = 'open' | 'cut' | 'frozen';

/** A proxy between a client and the desk, for faults of the way between. */
export interface CutProxy {
  port: number;
  /** Of the feed alone, or of everything. */
  set: (mode: ProxyMode, what?: 'feed' | 'all') => void;
  /** How many connections were made for requests that are not the feed. */
  requests: () => number;
  close: () => Promise<void>;
}

interface Pair {
  client: Socket;
  desk: Socket;
  isFeed: boolean;
}

/** Opens a proxy to a port of this machine; the port may be answered by another desk later. */
export async function openCutProxy(targetPort: () => number): Promise<CutProxy> {
  const pairs = new Set<Pair>();
  const modes = { feed: 'open' as ProxyMode, all: 'open' as ProxyMode };
  let requests = 0;
  const modeOf = ({ isFeed }: Pair) => (modes.all === 'open' && isFeed ? modes.feed : modes.all);
  const apply = (pair: Pair) => {
    const mode = modeOf(pair);
    if (mode === 'cut') for (const socket of [pair.client, pair.desk]) socket.destroy();
    else if (mode === 'frozen') pair.desk.pause();
    else pair.desk.resume();
  };
  const server = createServer((client) => {
    const pair: Pair = { client, desk: connect(targetPort(), '127.0.0.1'), isFeed: false };
    pairs.add(pair);
    client.on('data', (chunk) => {
      const start = chunk.toString('latin1', 0, 16);
      if (/^(GET|POST) /.test(start)) pair.isFeed = start.startsWith('GET /feed');
      if (/^POST /.test(start)) requests += 1;
      pair.desk.write(chunk);
      apply(pair);
    });
    pair.desk.on('data', (chunk) => client.write(chunk));
    for (const socket of [client, pair.desk]) {
      socket.on('error', () => undefined);
      socket.on('close', () => {
        pairs.delete(pair);
        client.destroy();
        pair.desk.destroy();
      });
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    set: (mode, what = 'all') => {
      modes[what] = mode;
      for (const pair of [...pairs]) apply(pair);
    },
    requests: () => requests,
    close: async () => {
      for (const { client, desk } of pairs) for (const socket of [client, desk]) socket.destroy();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
