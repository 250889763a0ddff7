import { openPieces, type PieceReader } from './open-pieces';

/** One message of a stream of server-sent events. */
export interface StreamMessage {
  event: string;
  id: string | null;
  data: Record<string, unknown>;
}

/** An open stream of server-sent events; `next` passes over what is not asked for. */
export type EventStreamReader = PieceReader<StreamMessage>;

/** Opens a stream as a machine does and reads it message by message, but for those of the events `passedOver`. */
export function openEventStream(
  port: number,
  path: string,
  headers: Record<string, string>,
  passedOver: readonly string[] = ['beat'],
): Promise<EventStreamReader> {
  return openPieces({ port, path, headers }, '\n\n', (block) =>
    [toMessage(block)].filter(({ event }) => !passedOver.includes(event)),
  );
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
