import { exportName, judgeAuditChoice, readAuditChoice, type AuditFilter } from '@/lib/domain/audit-filter';
import type { Call } from '@/lib/domain/call';
import { DeskError } from '@/lib/domain/errors';

const noStore = { 'cache-control': 'private, no-store' };

/**
 * Answers a request for a log as CSV, filtered as the page's address is: a download that is read and sent piece by piece.
 * 401 without a session, 404 for whom the log does not exist, 400 for a filter that cannot be read.
 */
export async function csvAnswer(
  request: Request,
  call: Call | null,
  subject: 'audit' | 'activity',
  open: (call: Call, filter: AuditFilter) => Promise<AsyncGenerator<string, void, void>>,
): Promise<Response> {
  if (call === null) return refusal(401, 'Your session has ended. Sign in again.');
  const choice = readAuditChoice(parametersOf(request));
  const { filter, problem } = judgeAuditChoice(choice);
  if (filter === null) return refusal(400, problem);
  try {
    const body = streamOf(await open(call, filter));
    const disposition = `attachment; filename="${exportName(subject, choice, call.now)}"`;
    const headers = { 'content-type': 'text/csv; charset=utf-8', 'content-disposition': disposition };
    return new Response(body, { headers: { ...noStore, ...headers } });
  } catch (error) {
    // As the page does: to who may not see it, it does not exist.
    if (error instanceof DeskError && error.code === 'permission_denied')
      return refusal(404, 'There is nothing here.');
    throw error;
  }
}

function refusal(status: number, sentence: string): Response {
  const headers = { ...noStore, 'content-type': 'text/plain; charset=utf-8' };
  return new Response(`${sentence}\n`, { status, headers });
}

/** What stands twice is given as a list, as pages get it. */
function parametersOf(request: Request): Record<string, string | string[]> {
  const { searchParams } = new URL(request.url);
  return Object.fromEntries(
    [...new Set(searchParams.keys())].map((name) => {
      const values = searchParams.getAll(name);
      return [name, values.length === 1 ? (values[0] ?? '') : values];
    }),
  );
}

/** Pieces are read no faster than they are taken; who goes away ends the reading. */
function streamOf(pieces: AsyncGenerator<string, void, void>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const next = await pieces.next();
      if (next.done === true) controller.close();
      else controller.enqueue(encoder.encode(next.value));
    },
    async cancel() {
      await pieces.return();
    },
  });
}
