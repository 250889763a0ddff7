import { findCall } from '@/lib/auth/current-person';
import { subscribeEvents, type FeedItem } from '@/lib/services/feed/subscribe-events';

const noStore = { 'cache-control': 'private, no-store, no-transform' };
const eventNumber = /^\d{1,15}$/;

/** `GET /feed`: what happens on the desk, as server-sent events, resumed by Last-Event-ID. Ends with the session. */
export async function GET(request: Request): Promise<Response> {
  const call = await findCall();
  if (call === null) return new Response(null, { status: 401, headers: noStore });
  const lastId = request.headers.get('last-event-id') ?? '';
  const after = eventNumber.test(lastId) ? Number(lastId) : null;
  const leaving = new AbortController();
  request.signal.addEventListener('abort', () => leaving.abort());
  const items = subscribeEvents(call, { after, signal: leaving.signal });
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const next = await items.next();
      if (next.done === true) controller.close();
      else controller.enqueue(encoder.encode(toMessage(next.value)));
    },
    cancel: () => leaving.abort(),
  });
  return new Response(body, { headers: { ...noStore, 'content-type': 'text/event-stream; charset=utf-8' } });
}

/** One message. A beat is no event for the page, but its id tells the browser where to resume. */
function toMessage(item: FeedItem): string {
  switch (item.kind) {
    case 'change':
      return `id: ${item.seq}\nevent: change\ndata: ${JSON.stringify(item.change)}\n\n`;
    case 'use':
      return `event: use\ndata: ${JSON.stringify(item.use)}\n\n`;
    case 'resync':
      return `id: ${item.seq}\nevent: resync\ndata: {}\n\n`;
    case 'beat':
      return `: still here\nid: ${item.seq}\n\n`;
  }
}
