import { rightsOf } from '@/lib/db/rights';
import type { Transaction } from '@/lib/db/transaction';
import type { Call } from '@/lib/domain/call';
import { globalContext, type Context } from '@/lib/domain/context';
import { decide, visibleContexts, type Question } from '@/lib/domain/decide';
import type { DeskPermission } from '@/lib/domain/desk-permissions';
import { DeskError, type DenyReason } from '@/lib/domain/errors';
import { grantsOf } from '@/lib/domain/grant';
import { unmetCondition } from '@/lib/domain/token-limits';
import { currentCatalog } from '@/lib/services/catalog/current-catalog';
import { countUseIn } from '@/lib/services/tokens/count-grant-use';
import { conditionError, conditionsOf } from './condition-refusal';
import { helpOf } from './explain-denial';

/** A question without its context: where may it be done? */
export type OpenQuestion = Omit<Question, 'context'>;

/**
 * What the judge is asked. Inside a transaction the owner's rights are read again; outside, a token brings those that its
 * verification found a moment ago.
 */
export async function questionOf(call: Call, permission: string, tx?: Transaction): Promise<OpenQuestion> {
  const { actor } = call;
  const catalog = currentCatalog();
  if (actor.kind === 'system') {
    return {
      power: { kind: 'full' },
      ownerRights: [{ context: 'global', patterns: ['*'] }],
      permission,
      catalog,
    };
  }
  if (actor.kind === 'person') {
    return { power: { kind: 'full' }, ownerRights: await rightsOf(actor.personId, tx), permission, catalog };
  }
  const known = tx === undefined ? actor.ownerRights : undefined;
  const ownerRights = known ?? (await rightsOf(actor.personId, tx));
  const conditions = conditionsOf(call, actor.limits);
  return { power: actor.power, ownerRights, permission, catalog, conditions };
}

/**
 * The authorise step of a verb: asks the one judge whether the actor may do `permission` in `context`, with the owner's
 * rights of now (re-read, inside the transaction where one is given). Throws permission_denied naming what is missing.
 */
export async function requirePermission(
  call: Call,
  permission: string,
  context: Context,
  tx?: Transaction,
): Promise<void> {
  const question = await questionOf(call, permission, tx);
  const decision = decide({ ...question, context });
  if (!decision.isAllowed) throw denied(call, question, decision.reason, context);
  if (tx === undefined) countUseIn(call, permission, context);
}

/** The contexts in which the actor may do `permission`; none is an answer. */
export async function findVisibleContexts(
  call: Call,
  permission: string,
  tx?: Transaction,
): Promise<readonly Context[]> {
  return visibleContexts(await questionOf(call, permission, tx));
}

/** The contexts in which the actor may do `permission`: the filter of a list (AZ-1). Throws when there is none. */
export async function requireVisibleContexts(
  call: Call,
  permission: string,
  tx?: Transaction,
): Promise<readonly Context[]> {
  const question = await questionOf(call, permission, tx);
  const visible = visibleContexts(question);
  if (visible.length > 0) return visible;
  throw denied(call, question, denialAnywhere(question), null);
}

/** The refusal that says what is missing, and where when that is known to the one who asks (law 6). */
function denied(
  call: Call,
  { permission, conditions, ownerRights }: OpenQuestion,
  denial: DenyReason,
  context: Context | null,
): DeskError {
  const missing = [{ permission, context: context ?? 'global' }];
  const unmet = conditions === undefined ? null : unmetCondition(conditions);
  if (unmet?.condition === denial) return conditionError(unmet, missing);
  const place = context === null ? '' : ` in ${context}`;
  const help = helpOf(call, ownerRights, { reason: denial, permission, context });
  return new DeskError('permission_denied', `It lacks ${permission}${place}.`, { missing, denial, ...help });
}

/** Why a permission is refused everywhere: whether the token has it in any context, before its owner's rights. */
function denialAnywhere(question: OpenQuestion): DenyReason {
  const decision = decide({ ...question, context: 'global' });
  if (decision.isAllowed) return 'token_lacks';
  if (decision.reason !== 'token_lacks') return decision.reason;
  const isGranted = grantsOf(question.power).some((grant) => grant.permission === question.permission);
  return isGranted ? 'owner_lacks' : 'token_lacks';
}

/** For the desk's own administration: a person who holds it in `global`, or a token that holds it for such a person. */
export async function requireDeskPermission(
  call: Call,
  permission: DeskPermission,
  tx?: Transaction,
): Promise<void> {
  const question = await questionOf(call, permission, tx);
  const decision = decide({ ...question, context: globalContext });
  if (decision.isAllowed) return;
  const unmet = question.conditions === undefined ? null : unmetCondition(question.conditions);
  if (unmet?.condition === decision.reason) throw conditionError(unmet, [decision.missing]);
  const who = call.actor.kind === 'token' ? 'The token lacks' : 'You lack';
  throw new DeskError('permission_denied', `${who} ${permission}.`, {
    missing: [{ permission, context: globalContext }],
    denial: decision.reason,
    ...helpOf(call, question.ownerRights, { reason: decision.reason, permission, context: globalContext }),
  });
}
