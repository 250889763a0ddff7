import 'server-only';
import { unstable_rethrow } from 'next/navigation';
import { findCall } from '@/lib/auth/current-person';
import type { ActionResult } from '@/lib/domain/action-result';
import type { Call } from '@/lib/domain/call';
import { DeskError } from '@/lib/domain/errors';
import { reportFault } from '@/lib/services/audit/report-fault';

/**
 * The one wrapper of every server action: the current call, then the verb. A DeskError becomes a value, so that a form
 * keeps what was typed; anything else is logged and answered as `internal` without detail.
 */
export async function runAction<T>(work: (call: Call) => Promise<T>): Promise<ActionResult<T>> {
  let requestId = 'none';
  try {
    const call = await findCall();
    if (call === null) throw new DeskError('unauthenticated', 'Your session has ended. Sign in again.');
    requestId = call.requestId;
    return { isOk: true, value: await work(call) };
  } catch (error) {
    return failed(error, requestId);
  }
}

/** An error as an answer. Next's own signals (redirect, not found) pass through. */
export function failed(error: unknown, requestId: string): { isOk: false } & ActionResult<never> {
  unstable_rethrow(error);
  if (error instanceof DeskError) {
    return { isOk: false, error: { code: error.code, message: error.message, details: error.details } };
  }
  reportFault(error, requestId);
  const message = `Something failed on the server, and nothing was changed. Its number in the log is ${requestId}.`;
  return { isOk: false, error: { code: 'internal', message, details: {} } };
}
