import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';

/** A desk that answers whatever a test wants it to, good or bad. */
export interface StubDesk {
  url: string;
  /** How often something was resolved. */
  asked: () => number;
  /** What the next questions are answered by; the reply of `live` when nothing was set. */
  answer: (how: (response: ServerResponse, presented: string) => void) => void;
  /** Says a message to everyone who follows. */
  say: (event: string, data: unknown, id?: number) => void;
  /** Whether the feed beats, which is what makes answers last. */
  close: () => Promise<void>;
}

/** What the desk says of a token that lives. */
export const liveReply = (overrides: Record<string, unknown> = {}) => ({
  ...{ active: true, tokenId: 'token', ownerId: 'owner', ownerEmail: 'ada@example.org' },
  grants: { global: ['shop.api.List'], 'store:a': ['shop.api.Read'] },
  limits: { addresses: [], notBefore: null, requestsPerMinute: null, mayUseInUrls: true },
  ...{ expiresAt: null, seq: 1_000 },
  ...overrides,
});

/** Opens one on a free port. Its feed greets and says once that all was told. */
export async function openStubDesk(): Promise<StubDesk> {
  let asked = 0;
  let answer = (response: ServerResponse, _presented: string) => {
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(liveReply()));
  };
  const followers = new Set<ServerResponse>();
  const message = (event: string, data: unknown, id?: number) =>
    `${id === undefined ? '' : `id: ${id}\n`}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
  const follow = (response: ServerResponse) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    followers.add(response);
    response.on('close', () => followers.delete(response));
    const at = performance.now();
    response.write(message('hello', { seq: 1, at }) + message('beat', { seq: 1, at }, 1));
  };
  const server = createServer((request, response) => {
    if (request.url === '/feed') return follow(response);
    asked += 1;
    return void presentedOf(request).then((presented) => answer(response, presented));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked: () => asked,
    answer: (how) => {
      answer = how;
    },
    say: (event, data, id) => {
      for (const follower of followers) follower.write(message(event, data, id));
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

async function presentedOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return (JSON.parse(text) as { presented: string }).presented;
}
