import type { Client } from '@/lib/domain/client';
import { DeskError } from '@/lib/domain/errors';
import { processWide } from '@/lib/domain/process-wide';
import { followForgets, type ForgetItem, type ForgetOptions } from '@/lib/services/verifier/follow-forgets';

/** Every process of a service keeps one open. */
const streamsPerClient = 500;

/** Opens a stream of server-sent events. Throws rate_limited when the client has as many as it may. */
export function openForgetStream(
  client: Client,
  options: ForgetOptions,
): { stream: AsyncIterable<string>; ended: AbortSignal } {
  const counts = processWide('forget-streams', () => new Map<string, number>());
  const count = counts.get(client.id) ?? 0;
  if (count >= streamsPerClient) {
    const message = `A resource server keeps at most ${streamsPerClient} streams open.`;
    throw new DeskError('rate_limited', message, { retryAfterSeconds: 15 });
  }
  counts.set(client.id, count + 1);
  const leave = () => {
    const rest = (counts.get(client.id) ?? 1) - 1;
    if (rest > 0) counts.set(client.id, rest);
    else counts.delete(client.id);
  };
  options.signal.addEventListener('abort', leave, { once: true });
  if (options.signal.aborted) leave();
  return { stream: messages(followForgets(client, options)), ended: options.signal };
}

async function* messages(items: AsyncIterable<ForgetItem>): AsyncGenerator<string, void, void> {
  for await (const item of items) yield toMessage(item);
}

/** One message. Its id is where to resume; a greeting has none, because what was missed comes after it. */
function toMessage(item: ForgetItem): string {
  const { kind, seq } = item;
  if (kind === 'hello') return `event: hello\ndata: ${JSON.stringify({ seq, at: item.at })}\n\n`;
  const data = kind === 'forget' ? { seq, ...item.forgotten } : { seq, at: item.at };
  return `id: ${seq}\nevent: ${kind}\ndata: ${JSON.stringify(data)}\n\n`;
}
