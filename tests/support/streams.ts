import { request, type IncomingMessage } from 'node:http';

/** One open stream of the Canvus door. */
export interface StreamReader {
  status: number;
  response: IncomingMessage;
  /** The next line that says something; null at the end. */
  next: () => Promise<unknown>;
  /** Everything that came until the end, keep-alive lines as empty texts. */
  lines: string[];
  leave: () => void;
}

/** Opens a stream as a client would and reads it line by line. */
export async function openStream(port: number, path: string, secret: string): Promise<StreamReader> {
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    const asked = request({
      port,
      host: '127.0.0.1',
      path: `/api/v1${path}`,
      agent: false,
      headers: { 'Private-Token': secret },
    });
    asked.on('response', resolve).on('error', reject).end();
  });
  const lines: string[] = [];
  const said: unknown[] = [];
  let wake: (() => void) | null = null;
  let isOver = false;
  let rest = '';
  response.setEncoding('utf8').on('data', (text: string) => {
    const parts = (rest + text).split('\n');
    rest = parts.pop() ?? '';
    for (const line of parts) {
      lines.push(line);
      if (line !== '') said.push(JSON.parse(line));
    }
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
    while (said.length === 0 && !isOver) {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
    return said.shift() ?? null;
  };
  return { status: response.statusCode ?? 0, response, next, lines, leave: () => response.destroy() };
}
