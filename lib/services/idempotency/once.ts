import { deriveKey, keyedDigest, seal, unseal } from '@/lib/crypto/seal';
import { findIdempotentReply, insertIdempotentReply } from '@/lib/db/idempotent-replies';
import { transaction, type RecordEvent, type Transaction } from '@/lib/db/transaction';
import type { Actor, Call } from '@/lib/domain/call';
import { DeskError } from '@/lib/domain/errors';
import { processWide } from '@/lib/domain/process-wide';
import type { Proof } from '@/lib/domain/token-input';
import { requireProof } from '@/lib/services/people/require-proof';

/** A change that is made once, however often its request comes. */
export interface Change<Reply> {
  /** The verb and its parsed input without the proof: another input under the same key is refused. */
  verb: string;
  input: Readonly<Record<string, unknown>>;
  proof: Proof | undefined;
  /** The actor lives and may do this: asked of a repetition too. */
  requireActor: () => Promise<unknown>;
  /** What was given is still within what the actor holds: asked of a repetition alone (law 2). */
  requireStillWithin: () => Promise<unknown>;
  /** Everything that can be refused before the proof is looked at. */
  requireAll: () => Promise<unknown>;
  change: (tx: Transaction, record: RecordEvent) => Promise<Reply>;
}

const keptMilliseconds = 24 * 3_600_000;

/**
 * The order of every change that makes a secret: authorise → check → proof → one transaction. With an Idempotency-Key the
 * reply is sealed into that very transaction, so that a caller whose answer was lost asks again and gets the same one
 * (API-6). It opens with the caller's own key only, and is forgotten after a day. An attempt that fails keeps nothing.
 * Throws key_reused for another input under the key, conflict while the first request is still under way.
 */
export async function once<Reply>(call: Call, asked: Change<Reply>): Promise<Reply> {
  await asked.requireActor();
  if (call.idempotencyKey === undefined) {
    await asked.requireAll();
    await requireProof(call, asked.proof);
    return transaction(call, asked.change);
  }
  const place = placeOf(call, call.idempotencyKey, asked);
  const underWay = processWide('idempotent-under-way', () => new Set<string>());
  if (underWay.has(place.key)) throw stillUnderWay();
  underWay.add(place.key);
  try {
    return await answer(call, asked, place);
  } finally {
    underWay.delete(place.key);
  }
}

type Place = ReturnType<typeof placeOf>;

function placeOf(call: Call, presentedKey: string, { verb, input }: Change<unknown>) {
  const caller = callerOf(call.actor);
  return {
    key: keyedDigest(deriveKey('idempotency key'), JSON.stringify([caller, presentedKey])),
    fingerprint: keyedDigest(deriveKey('idempotency input'), JSON.stringify([verb, input])),
    sealKey: deriveKey('idempotent reply', [caller, presentedKey]),
  };
}

/** An access token that was narrowed is another caller than its token. */
function callerOf(actor: Actor): string {
  if (actor.kind === 'system') return 'system';
  if (actor.kind === 'person') return `person:${actor.personId}`;
  const narrowedTo = actor.standIn?.narrowedTo ?? null;
  return `token:${actor.tokenId}${narrowedTo === null ? '' : JSON.stringify(narrowedTo)}`;
}

async function answer<Reply>(call: Call, asked: Change<Reply>, place: Place): Promise<Reply> {
  const { key, fingerprint, sealKey } = place;
  const known = await findIdempotentReply(key, call.now);
  if (known !== null) {
    if (known.fingerprint !== fingerprint)
      throw new DeskError('key_reused', 'This Idempotency-Key was used for another request.');
    await asked.requireStillWithin();
    await requireProof(call, asked.proof);
    const text = unseal(sealKey, known.sealed, fingerprint);
    if (text === null)
      throw new DeskError('conflict', 'What was answered to this Idempotency-Key cannot be read any more.');
    // Sealed below, under a key that nobody else can make.
    return JSON.parse(text) as Reply;
  }
  await asked.requireAll();
  await requireProof(call, asked.proof);
  return transaction(call, async (tx, record) => {
    // Another process may have been quicker since.
    if ((await findIdempotentReply(key, call.now, tx)) !== null) throw stillUnderWay();
    const reply = await asked.change(tx, record);
    const sealed = seal(sealKey, JSON.stringify(reply), fingerprint);
    const expiresAt = new Date(call.now.getTime() + keptMilliseconds);
    await insertIdempotentReply(tx, { key, fingerprint, sealed, createdAt: call.now, expiresAt });
    return reply;
  });
}

function stillUnderWay(): DeskError {
  const message = 'The first request with this Idempotency-Key is still under way.';
  return new DeskError('conflict', message, { retryAfterSeconds: 1 });
}
