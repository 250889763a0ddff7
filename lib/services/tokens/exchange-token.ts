import { currentPepper, peppers } from '@/lib/crypto/key-ring';
import { randomId } from '@/lib/crypto/random-id';
import { digestSecret, newSecret } from '@/lib/crypto/secret';
import { insertAccessToken, removeOldAccessTokens } from '@/lib/db/access-tokens';
import { rightsOf } from '@/lib/db/rights';
import { isSecretOf } from '@/lib/db/token-digests';
import { findToken } from '@/lib/db/tokens';
import { transaction } from '@/lib/db/transaction';
import type { Call } from '@/lib/domain/call';
import { DeskError } from '@/lib/domain/errors';
import { powerOf, type Access } from '@/lib/domain/grant';
import type { Rights } from '@/lib/domain/rights';
import { fullScope, printScope } from '@/lib/domain/scope';
import { isExpired, type Token } from '@/lib/domain/token';
import { beyond } from '@/lib/domain/within';
import { currentCatalog } from '@/lib/services/catalog/current-catalog';
import { describeToken } from './describe-token';
import { readScope } from './read-scope';

/** How long an access token lives at most; it never outlives its token. */
export const accessTokenSeconds = 3_600;

/** What an exchange gives: the access token, this once, and what it holds. */
export interface ExchangedToken {
  secret: string;
  expiresInSeconds: number;
  scope: string;
}

/**
 * Exchanges a token for a short-lived one that acts as it, holds all that it does or what `scope` narrows that to, and dies
 * with it (04-wire §4). `presented` is the secret that was verified: a token that was regenerated a moment ago gives
 * nothing any more. Throws unauthenticated for a dead token, invalid_input for a scope that is none or asks for more.
 */
export async function exchangeToken(
  call: Call,
  presented: string,
  scope: string = fullScope,
): Promise<ExchangedToken> {
  const { actor } = call;
  if (actor.kind !== 'token' || actor.standIn !== undefined)
    throw new DeskError('unauthenticated', 'Only a token can be exchanged.');
  const asked = await readScope(scope, actor.ownerRights ?? (await rightsOf(actor.personId)));
  const secret = newSecret('access');
  const pepper = currentPepper();
  const digests = peppers().map((each) => digestSecret(presented, each));
  return transaction(call, async (tx, record) => {
    const token = await findToken(actor.personId, actor.tokenId, tx);
    if (token === null || !isLive(token, call.now) || !(await isSecretOf(tx, token.id, digests)))
      throw new DeskError('unauthenticated', 'The token is not valid.');
    const narrowedTo = asked.kind === 'full' ? null : asked;
    if (narrowedTo !== null) requireHeld(narrowedTo, token, await rightsOf(token.ownerId, tx));
    const expiresAt = endOf(token, call.now);
    await removeOldAccessTokens(tx, call.now);
    const kept = { digest: digestSecret(secret, pepper), keyId: pepper.id, createdAt: call.now, expiresAt };
    await insertAccessToken(tx, { id: randomId(), tokenId: token.id, narrowedTo, ...kept });
    const access = narrowedTo ?? token.access;
    const data = { ...describeToken({ ...token, access }), endsAt: expiresAt.toISOString() };
    await record({
      action: 'token.exchanged',
      subjectKind: 'token',
      subjectId: token.id,
      ownerId: token.ownerId,
      data,
    });
    const expiresInSeconds = Math.floor((expiresAt.getTime() - call.now.getTime()) / 1_000);
    return { secret, expiresInSeconds, scope: printScope(access, currentCatalog()) };
  });
}

function isLive({ pausedAt, expiresAt }: Token, now: Date): boolean {
  return pausedAt === null && !isExpired(expiresAt, now);
}

function endOf({ expiresAt }: Token, now: Date): Date {
  const end = new Date(now.getTime() + accessTokenSeconds * 1_000);
  return expiresAt === null || end < expiresAt ? end : expiresAt;
}

/** Throws invalid_input naming what the scope asks beyond the token, or beyond what its owner holds now (law 2). */
function requireHeld(asked: Access, token: Token, ownerRights: Rights): void {
  const catalog = currentCatalog();
  // Not by powerOf, which leaves out what the catalog does not list: that is to be refused by its name.
  const entries = asked.kind === 'full' ? [] : asked.entries;
  const wanted = new Map(
    entries.map((entry) => [entry.context, new Set('set' in entry ? [] : entry.permissions)]),
  );
  const missing = beyond(
    { kind: 'limited', grants: wanted },
    powerOf(token.access, catalog),
    ownerRights,
    catalog,
  );
  const [first] = missing;
  if (first === undefined) return;
  const message = `The token does not hold ${first.permission} in ${first.context}.`;
  throw new DeskError('invalid_input', message, { issues: [{ path: 'scope', message }], missing });
}
