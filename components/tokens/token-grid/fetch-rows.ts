import type { TokenRow } from '@/lib/domain/token-view';

const chunkRows = 2_000;
const address = '/profile/auth-tokens/rows';

export interface RowsPage {
  rows: readonly TokenRow[];
  total: number;
}

/** The rows could not be read; `message` is a sentence for the person. */
export class RowsUnreadable extends Error {
  override readonly name = 'RowsUnreadable';
}

/** Reads the rows from `offset` to the end, a chunk at a time; each is given to `onChunk` as it comes. */
export async function fetchRowsFrom(
  offset: number,
  signal: AbortSignal,
  onChunk: (page: RowsPage) => void,
): Promise<void> {
  for (let at = offset; ;) {
    const page = (await read(`?offset=${at}&limit=${chunkRows}`, signal)) as RowsPage | null;
    if (page === null) throw new RowsUnreadable('The tokens are not there.');
    onChunk(page);
    at += page.rows.length;
    if (page.rows.length === 0 || at >= page.total) return;
  }
}

/** One row as it stands now; null when it is gone or belongs to someone else. */
export async function fetchRow(id: string, signal: AbortSignal): Promise<TokenRow | null> {
  return (await read(`?id=${encodeURIComponent(id)}`, signal)) as TokenRow | null;
}

async function read(query: string, signal: AbortSignal): Promise<unknown> {
  const response = await fetch(address + query, {
    signal,
    headers: { accept: 'application/json' },
    cache: 'no-store',
  }).catch((cause: unknown) => {
    if (signal.aborted) throw cause;
    throw new RowsUnreadable('The desk does not answer.', { cause });
  });
  if (response.status === 401 || response.redirected)
    throw new RowsUnreadable('The session has ended. Sign in again.');
  if (!response.ok) throw new RowsUnreadable(`The desk answered with an error (${response.status}).`);
  return response.json();
}
