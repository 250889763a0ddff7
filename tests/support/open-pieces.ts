import { request, type IncomingMessage } from 'node:http';

/** A stream that is read piece by piece. */
export interface PieceReader<Piece> {
  status: number;
  response: IncomingMessage;
  /** The next piece that says something; null at the end. */
  next: () => Promise<Piece | null>;
  leave: () => void;
}

/** Opens a stream as a machine does. `read` is given each text up to the next `separator`, and answers what it says. */
export async function openPieces<Piece>(
  asked: { port: number; path: string; headers: Record<string, string> },
  separator: string,
  read: (text: string) => readonly Piece[],
): Promise<PieceReader<Piece>> {
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    const sent = request({ ...asked, host: '127.0.0.1', agent: false });
    sent.on('response', resolve).on('error', reject).end();
  });
  const waiting: Piece[] = [];
  let wake: (() => void) | null = null;
  let isOver = false;
  let rest = '';
  response.setEncoding('utf8').on('data', (text: string) => {
    const texts = (rest + text).split(separator);
    rest = texts.pop() ?? '';
    for (const each of texts) waiting.push(...read(each));
    wake?.();
  });
  // An answer that is cut off ends as well.
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
