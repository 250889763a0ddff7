import { findPerson } from '@/lib/db/people';
import { assignedRightsOf, rightsOf } from '@/lib/db/rights';
import { findToken } from '@/lib/db/tokens';
import type { Transaction } from '@/lib/db/transaction';
import type { Actor, Call } from '@/lib/domain/call';
import { decide } from '@/lib/domain/decide';
import { deskPermissions } from '@/lib/domain/desk-permissions';
import { DeskError } from '@/lib/domain/errors';
import { meetPowers, powerOf, type Access, type Power } from '@/lib/domain/grant';
import { withOwnDesk, type Rights } from '@/lib/domain/rights';
import { coversRole } from '@/lib/domain/role-cover';
import { isExpired } from '@/lib/domain/token';
import { noLimits, tokenLimitsOf, unmetCondition, type TokenLimits } from '@/lib/domain/token-limits';
import { env } from '@/lib/env';
import { conditionError, conditionsOf } from '@/lib/services/access/condition-refusal';
import { helpOf } from '@/lib/services/access/explain-denial';
import { requireDeskPermission } from '@/lib/services/access/require-permission';
import { currentCatalog } from '@/lib/services/catalog/current-catalog';

/** What a token verb does, by the name that the catalog gives it for token actors. */
export type TokenOperation =
  ReadingOperation | 'CreateToken' | 'EditToken' | 'RegenerateToken' | 'DeleteTokens';
type ReadingOperation = 'GetTokens' | 'GetTokenTemplates' | 'GetTokenApiList';

const readingOperations: ReadonlySet<TokenOperation> = new Set<ReadingOperation>([
  'GetTokens',
  'GetTokenTemplates',
  'GetTokenApiList',
]);

/** Who holds what at this moment: the bounds of any token that the actor may make. */
export interface Holder {
  /** Whose tokens these are: the actor's own person, or the one that an administrator acts for. */
  ownerId: string;
  ownerRights: Rights;
  power: Power;
  access: Access;
  /** No token made by a token outlives it (AZ-4); null for no bound. */
  endsBy: Date | null;
  /** No token makes one that is bound by less than itself. */
  limits: TokenLimits;
}

/**
 * The authorise step of the token verbs. A live person may always manage their own tokens. A token acts for its owner
 * when it is itself alive, re-read now, and the one judge lets it; what the catalog does not list is refused. `ownerId`
 * names another person: that takes the desk's permission to see or manage everyone's tokens.
 * Throws unauthenticated for a dead actor, permission_denied otherwise. Pass the transaction for the re-check of a change.
 */
export async function requireHolder(
  call: Call,
  operation: TokenOperation,
  tx?: Transaction,
  ownerId?: string,
): Promise<Holder> {
  const { actor } = call;
  if (actor.kind === 'system') throw new DeskError('permission_denied', 'The system signs out no tokens.');
  const person = await findPerson({ id: actor.personId }, tx);
  if (person === null || person.blockedAt !== null)
    throw new DeskError('unauthenticated', 'Nobody is signed in.');
  const ownerRights = await rightsOf(actor.personId, tx);
  const holder =
    actor.kind === 'person'
      ? personHolder(actor.personId, ownerRights)
      : await tokenHolder(call, actor, ownerRights, operation, tx);
  if (ownerId === undefined || ownerId === actor.personId) return holder;
  return forOther(call, holder, ownerId, operation, tx);
}

function personHolder(ownerId: string, ownerRights: Rights): Holder {
  const full = { kind: 'full' } as const;
  return { ownerId, ownerRights, power: full, access: full, endsBy: null, limits: noLimits };
}

async function tokenHolder(
  call: Call,
  actor: Extract<Actor, { kind: 'token' }>,
  ownerRights: Rights,
  operation: TokenOperation,
  tx?: Transaction,
): Promise<Holder> {
  const { personId: ownerId, tokenId } = actor;
  const acting = await findToken(ownerId, tokenId, tx);
  if (acting === null || acting.pausedAt !== null || isExpired(acting.expiresAt, call.now)) {
    throw new DeskError('unauthenticated', 'The token is not valid.');
  }
  const catalog = currentCatalog();
  const narrowedTo = actor.standIn?.narrowedTo ?? null;
  const whole = powerOf(acting.access, catalog);
  const power = narrowedTo === null ? whole : meetPowers(whole, powerOf(narrowedTo, catalog));
  const { expiresAt: endsBy } = acting;
  const limits = tokenLimitsOf(acting);
  const permission = `users.authentication.${operation}`;
  const conditions = conditionsOf(call, limits);
  const rights = withOwnDesk(ownerRights, permission);
  const decision = decide({ power, ownerRights: rights, permission, context: 'global', catalog, conditions });
  if (!decision.isAllowed) {
    const unmet = unmetCondition(conditions);
    if (unmet?.condition === decision.reason) throw conditionError(unmet, [decision.missing]);
    throw new DeskError('permission_denied', `It lacks ${permission} in global.`, {
      missing: [decision.missing],
      denial: decision.reason,
      ...helpOf(call, ownerRights, { reason: decision.reason, permission, context: 'global' }),
    });
  }
  if (!readingOperations.has(operation) && !env().mayTokensManageTokens) {
    throw new DeskError('permission_denied', 'On this desk tokens are managed by people only.');
  }
  return { ownerId, ownerRights, power, access: narrowedTo ?? acting.access, endsBy, limits };
}

/**
 * An administrator at someone else's desk. Nobody gives away what they do not hold: whoever generates, changes or renews a
 * token there holds all that its owner does. Refused before it is known whether there is such a person.
 */
async function forOther(
  call: Call,
  holder: Holder,
  ownerId: string,
  operation: TokenOperation,
  tx?: Transaction,
): Promise<Holder> {
  const isReading = readingOperations.has(operation);
  await requireDeskPermission(
    call,
    isReading ? deskPermissions.viewTokens : deskPermissions.manageTokens,
    tx,
  );
  const owner = await findPerson({ id: ownerId }, tx);
  if (owner === null) throw new DeskError('not_found', 'There is no such person.');
  const ownerRights = await rightsOf(ownerId, tx);
  // Not those of now: a blocked owner holds nothing today, and a token of theirs all of it when they are let in again.
  const mayHandOut = (await assignedRightsOf(ownerId, tx)).every(({ patterns, context }) =>
    coversRole(holder.ownerRights, patterns, context),
  );
  if (!isReading && operation !== 'DeleteTokens' && !mayHandOut) {
    throw new DeskError('permission_denied', `${owner.name} holds more than you do.`);
  }
  return { ...holder, ownerId, ownerRights };
}
