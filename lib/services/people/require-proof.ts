import { isPassword } from '@/lib/crypto/password';
import { findCredential, type PersonCredential } from '@/lib/db/people';
import { transaction } from '@/lib/db/transaction';
import type { Call } from '@/lib/domain/call';
import { DeskError } from '@/lib/domain/errors';
import type { Proof } from '@/lib/domain/token-input';
import { env } from '@/lib/env';
import {
  forgiveProof,
  proofBuckets,
  reserveTry,
  returnTry,
  type Bucket,
  type Reservation,
} from './failure-budget';

/**
 * The proof that comes with every change, in the same request (PWD-1, law 4): the password of the person who acts,
 * checked in the worker pool, within the failure budget, before any transaction opens. The system acts without one. A
 * request that presents a secret itself carries its own proof, unless the operator demands the password there too; one
 * that is given all the same is checked. Throws wrong_proof (triesLeft), proof_locked (retryAfterSeconds), overloaded.
 */
export async function requireProof(call: Call, proof: Proof | undefined): Promise<void> {
  const { actor } = call;
  if (actor.kind === 'system') return;
  if (proof === undefined) {
    if (call.via !== 'dashboard' && !env().apiChangesNeedPassword) return;
    throw new DeskError('wrong_proof', 'This change needs your password.');
  }
  const credential = await findCredential({ id: actor.personId });
  if (credential === null || credential.isBlocked)
    throw new DeskError('unauthenticated', 'You are not signed in.');
  // One bucket for all tokens of a person: a token that makes tokens would give itself new tries with each.
  const bearer = actor.kind === 'person' ? actor.sessionId : `tokens of ${actor.personId}`;
  const buckets = proofBuckets(bearer, credential.email, call.address);
  const reservation = await reserveTry(call, buckets);
  if (!reservation.isOpen) throw await refuse(call, credential, reservation);
  if (await check(call, proof.password, credential, buckets)) {
    await transaction(call, (tx) => forgiveProof(tx, buckets));
    return;
  }
  throw await refuse(call, credential, reservation);
}

async function check(
  call: Call,
  presented: string,
  credential: PersonCredential,
  buckets: readonly Bucket[],
) {
  try {
    return await isPassword(presented, credential.passwordHash, 'proof');
  } catch (error) {
    await returnTry(call, buckets);
    throw error;
  }
}

async function refuse(
  call: Call,
  credential: PersonCredential,
  reservation: Reservation,
): Promise<DeskError> {
  const { isOpen, pauseSeconds } = reservation;
  await transaction(call, (_tx, record) =>
    record({
      action: 'proof.refused',
      outcome: 'refused',
      subjectKind: 'person',
      subjectId: credential.personId,
      ownerId: credential.personId,
      data: isOpen
        ? { reason: 'wrong-password', triesLeft: reservation.triesLeft }
        : { reason: 'paused', pauseSeconds },
    }),
  );
  if (!isOpen) {
    const message = `Too many wrong passwords. The next try is possible in ${pauseWords(pauseSeconds)}.`;
    return new DeskError('proof_locked', message, { retryAfterSeconds: pauseSeconds });
  }
  const { triesLeft } = reservation;
  const rest =
    triesLeft > 0
      ? `${triesLeft} ${triesLeft === 1 ? 'try' : 'tries'} left before a pause.`
      : `The next try is possible in ${pauseWords(pauseSeconds)}.`;
  const details = triesLeft > 0 ? { triesLeft } : { triesLeft, retryAfterSeconds: pauseSeconds };
  return new DeskError('wrong_proof', `That is not your password. ${rest}`, details);
}

function pauseWords(seconds: number): string {
  if (seconds > 86_400) return 'a new session: sign in again';
  return seconds < 120 ? `${seconds} seconds` : `${Math.ceil(seconds / 60)} minutes`;
}
