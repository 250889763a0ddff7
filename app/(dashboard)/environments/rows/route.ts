import { findCall } from '@/lib/auth/current-person';
import { readDeskFacts } from '@/lib/services/desk/read-desk-facts';
import { findEnvironmentRow } from '@/lib/services/platform/environments/find-environment-row';
import { listEnvironments } from '@/lib/services/platform/environments/list-environments';

const headers = { 'cache-control': 'private, no-store' };

/**
 * `GET /environments/rows` → `{ rows }`; `?name=` → one row, or `null` when it is gone or not in sight. For the page, which
 * reads a row again when the feed says that it changed.
 */
export async function GET(request: Request): Promise<Response> {
  const call = await findCall();
  if (call === null) return Response.json({ error: 'unauthenticated' }, { status: 401, headers });
  if (!readDeskFacts().hasSamplePlatform)
    return Response.json({ error: 'not_found' }, { status: 404, headers });
  const name = new URL(request.url).searchParams.get('name');
  if (name === null) return Response.json({ rows: await listEnvironments(call) }, { headers });
  return Response.json(await findEnvironmentRow(call, name), { headers });
}
