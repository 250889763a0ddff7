import { findPerson } from '@/lib/db/people';
import { rightsOf } from '@/lib/db/rights';
import { findToken } from '@/lib/db/tokens';
import type { Transaction } from '@/lib/db/transaction';
import type { Call } from '@/lib/domain/call';
import { decide } from '@/lib/domain/decide';
import { DeskError } from '@/lib/domain/errors';
import { powerOf, type Access, type Power } from '@/lib/domain/grant';
import type { Rights } from '@/lib/domain/rights';
import { isExpired } from '@/lib/domain/token';
import { currentCatalog } from '@/lib/services/catalog/current-catalog';

/** What a token verb does, by the name that the catalog gives it for token actors. */
export type TokenOperation = 'GetTokens' | 'CreateToken' | 'EditToken' | 'RegenerateToken' | 'DeleteTokens';

/** Who holds what at this moment: the bounds of any token that the actor may make. */
export interface Holder {
  ownerId: string;
  ownerRights: Rights;
  power: Power;
  access: Access;
  /** No token made by a token outlives it (AZ-4); null for no bound. */
  endsBy: Date | null;
  mayUseInUrls: boolean;
}

/**
 * The authorise step of the token verbs. A live person may always manage their own tokens. A token acts for its owner
 * when it is itself alive, re-read now, and the one judge lets it; what the catalog does not list is refused.
 * Throws unauthenticated for a dead actor, permission_denied otherwise. Pass the transaction for the re-check of a change.
 */
export async function requireHolder(
  call: Call,
  operation: TokenOperation,
  tx?: Transaction,
): Promise<Holder> {
  const { actor } = call;
  if (actor.kind === 'system') throw new DeskError('permission_denied', 'The system signs out no tokens.');
  const ownerId = actor.personId;
  const owner = await findPerson({ id: ownerId }, tx);
  if (owner === null || owner.blockedAt !== null)
    throw new DeskError('unauthenticated', 'Nobody is signed in.');
  const ownerRights = await rightsOf(ownerId, tx);
  if (actor.kind === 'person') {
    return {
      ownerId,
      ownerRights,
      power: { kind: 'full' },
      access: { kind: 'full' },
      endsBy: null,
      mayUseInUrls: true,
    };
  }
  const acting = await findToken(ownerId, actor.tokenId, tx);
  if (acting === null || isExpired(acting.expiresAt, call.now)) {
    throw new DeskError('unauthenticated', 'The token is not valid.');
  }
  const catalog = currentCatalog();
  const power = powerOf(acting.access, catalog);
  const { mayUseInUrls, expiresAt: endsBy } = acting;
  const permission = `users.authentication.${operation}`;
  const conditions = { isInUrl: call.via === 'query', mayUseInUrls };
  const decision = decide({ power, ownerRights, permission, context: 'global', catalog, conditions });
  if (!decision.isAllowed) {
    throw new DeskError('permission_denied', `It lacks ${permission} in global.`, {
      missing: [decision.missing],
      denial: decision.reason,
    });
  }
  return { ownerId, ownerRights, power, access: acting.access, endsBy, mayUseInUrls };
}
