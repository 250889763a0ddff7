import { findStandIns, removeStandIns } from '@/lib/db/access-tokens';
import { findTokensByDigest } from '@/lib/db/token-digests';
import { transaction } from '@/lib/db/transaction';
import type { Call } from '@/lib/domain/call';
import type { EventDraft } from '@/lib/domain/event';
import { leakReporter } from '@/lib/domain/leak-report';
import type { Token } from '@/lib/domain/token';
import { digestsOf } from './known-digests';
import { removeAtOnce } from './remove-at-once';
import { toAccessEnding } from './to-access-ending';

/**
 * Removes the tokens that have these secrets now, with two events each: that it was reported, and that it was removed. Those
 * that are paused, expired or of someone blocked too: all of these could come to life again with the secret that is known.
 */
export async function endLeakedTokens(call: Call, secrets: readonly string[]): Promise<void> {
  const digests = allDigests(secrets);
  // Read first: junk never keeps the one writer from its work.
  if ((await findTokensByDigest(digests)).length === 0) return;
  await transaction(call, async (tx, record) => {
    const tokens = await findTokensByDigest(digests, tx);
    await record(tokens.map((token) => toLeak(token, {})));
    await removeAtOnce(tx, record, tokens, call.now, leakReporter);
  });
}

/** Ends the access tokens that have these secrets; the tokens that they stand in for go on. */
export async function endLeakedAccessTokens(call: Call, secrets: readonly string[]): Promise<void> {
  const digests = allDigests(secrets);
  if ((await findStandIns(digests, call.now)).length === 0) return;
  await transaction(call, async (tx, record) => {
    const found = await findStandIns(digests, call.now, tx);
    await removeStandIns(
      tx,
      found.map(({ id }) => id),
    );
    await record(found.map(({ id, token }) => toLeak(token, { accessToken: id })));
    await record(found.map(({ id, token }) => toAccessEnding(token, id, leakReporter)));
  });
}

function allDigests(secrets: readonly string[]): string[] {
  return secrets.flatMap((presented) => digestsOf(presented).list);
}

function toLeak(
  { id, ownerId, description }: Pick<Token, 'id' | 'ownerId' | 'description'>,
  more: { accessToken?: string },
): EventDraft {
  const data = { description, ...more };
  return { action: 'leak.reported', subjectKind: 'token', subjectId: id, ownerId, data };
}
