import { randomId } from '@/lib/crypto/random-id';
import { insertSession } from '@/lib/db/sessions';
import type { Transaction } from '@/lib/db/transaction';
import type { Call } from '@/lib/domain/call';
import { limitsOf } from './session-limits';

/** A session id that was never seen before: at every sign-in and every change of password (SES-4). */
export function newSessionId(): string {
  return randomId();
}

/** What the desk keeps of the secret that an API's session is presented by. */
export interface SessionSecret {
  digest: string;
  keyId: string;
}

/** Opens the session `id` for a person, from where the call comes: in a browser, or of an API when there is a secret. */
export async function openSession(
  tx: Transaction,
  call: Call,
  id: string,
  personId: string,
  secret: SessionSecret | null = null,
): Promise<void> {
  const { absoluteHours } = limitsOf(secret === null ? 'browser' : 'api');
  const session = {
    id,
    personId,
    createdAt: call.now,
    lastSeenAt: call.now,
    expiresAt: new Date(call.now.getTime() + absoluteHours * 3_600_000),
    address: call.address,
    userAgent: call.userAgent,
  };
  await insertSession(tx, session, secret);
}
