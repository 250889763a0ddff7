import { findCall } from '@/lib/auth/current-person';
import { findRow } from '@/lib/services/tokens/find-row';
import { listTokens } from '@/lib/services/tokens/list-tokens';

const headers = { 'cache-control': 'private, no-store' };
const maxRows = 2_000;

/**
 * `GET /profile/auth-tokens/rows?offset=0&limit=2000` → `{ rows, total }`, newest first; `?id=` → one row, or
 * `null` when it is gone: the feed may tell of a token that was removed since, which is no error of the page.
 * For the grid, which loads ten thousand rows in parts and one row again when it changes.
 */
export async function GET(request: Request): Promise<Response> {
  const call = await findCall();
  if (call === null) return Response.json({ error: 'unauthenticated' }, { status: 401, headers });
  const { searchParams } = new URL(request.url);
  const id = searchParams.get('id');
  if (id !== null) return Response.json(await findRow(call, id), { headers });
  const offset = wholeNumber(searchParams.get('offset') ?? '0', 0, 1_000_000);
  const limit = wholeNumber(searchParams.get('limit') ?? String(maxRows), 1, maxRows);
  if (offset === null || limit === null)
    return Response.json({ error: 'invalid_input' }, { status: 400, headers });
  const { rows, total } = await listTokens(call, { offset, limit });
  return Response.json({ rows, total }, { headers });
}

function wholeNumber(text: string, least: number, most: number): number | null {
  const value = /^\d{1,7}$/.test(text) ? Number(text) : -1;
  return value >= least && value <= most ? value : null;
}
