import { request, type IncomingMessage } from 'node:http';

/** One message of a stream of server-sent events. */
export interface StreamMessage {
  event: string;
  id: string | null;
  data: Record<string, unknown>;
}

/** An open stream of server-sent events. */
export interface EventStreamReader {
  status: number;
  response: IncomingMessage;
  /** The next message whose event is none of `passedOver`; null at the end. */
  next: () => Promise<StreamMessage | null>;
  leave: () => void;
}

/** Opens a stream as a machine does and reads it message by message. */
export async function openEventStream(
  port: number,
  path: string,
  headers: Record<string, string>,
  passedOver: readonly string[] = ['beat'],
): Promise<EventStreamReader> {
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    const asked = request({ port, host: '127.0.0.1', path, agent: false, headers });
    asked.on('response', resolve).on('error', reject).end();
  });
  const waiting: StreamMessage[] = [];
  let wake: (() => void) | null = null;
  let isOver = false;
  let rest = '';
  response.setEncoding('utf8').on('data', (text: string) => {
    const blocks = (rest + text).split('\n\n');
    rest = blocks.pop() ?? '';
    waiting.push(...blocks.map(toMessage).filter(({ event }) => !passedOver.includes(event)));
    wake?.();
  });
  for (const name of ['close', 'error']) {
    response.on(name, () => {
      isOver = true;
      wake?.();
    });
  }
  const next = async () => {
    while (waiting.length === 0 && !isOver) {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
    return waiting.shift() ?? null;
  };
  return { status: response.statusCode ?? 0, response, next, leave: () => response.destroy() };
}

function toMessage(block: string): StreamMessage {
  const fields = new Map(
    block.split('\n').map((line) => {
      const at = line.indexOf(': ');
      return [line.slice(0, at), line.slice(at + 2)] as const;
    }),
  );
  const data = JSON.parse(fields.get('data') ?? '{}') as Record<string, unknown>;
  return { event: fields.get('event') ?? 'message', id: fields.get('id') ?? null, data };
}
