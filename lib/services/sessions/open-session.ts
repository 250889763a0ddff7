import { randomId } from '@/lib/crypto/random-id';
import { insertSession } from '@/lib/db/sessions';
import type { Transaction } from '@/lib/db/transaction';
import type { Call } from '@/lib/domain/call';
import { sessionLimits } from './session-limits';

/** A session id that was never seen before: at every sign-in and every change of password (SES-4). */
export function newSessionId(): string {
  return randomId();
}

/** Opens the session `id` for a person, from where the call comes. */
export async function openSession(tx: Transaction, call: Call, id: string, personId: string): Promise<void> {
  await insertSession(tx, {
    id,
    personId,
    createdAt: call.now,
    lastSeenAt: call.now,
    expiresAt: new Date(call.now.getTime() + sessionLimits().absoluteHours * 3_600_000),
    address: call.address,
    userAgent: call.userAgent,
  });
}
