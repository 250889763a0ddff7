import { openPieces, type PieceReader } from './open-pieces';

/** One open stream of the Canvus door. */
export interface StreamReader extends PieceReader<unknown> {
  /** Everything that came until the end, keep-alive lines as empty texts. */
  lines: string[];
}

/** Opens a stream as a client would and reads it line by line. */
export async function openStream(port: number, path: string, secret: string): Promise<StreamReader> {
  const lines: string[] = [];
  const asked = { port, path: `/api/v1${path}`, headers: { 'Private-Token': secret } };
  const reader = await openPieces<unknown>(asked, '\n', (line) => {
    lines.push(line);
    return line === '' ? [] : [JSON.parse(line)];
  });
  return { ...reader, lines };
}
