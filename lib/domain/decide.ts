import type { Catalog } from './catalog';
import { coversContext, globalContext, type Context } from './context';
import type { DenyReason, MissingPermission } from './errors';
import { powerIncludes, type Power } from './grant';
import { holds, type Rights } from './rights';
import { failedCondition, type Conditions } from './token-limits';

/** What is asked: may this power, of an owner with these rights, do `permission` in `context`? */
export interface Question {
  power: Power;
  ownerRights: Rights;
  permission: string;
  context: Context;
  catalog: Catalog;
  /** What the token limits, and the request as it is; absent where no token asks. */
  conditions?: Conditions;
}

export type Decision =
  { isAllowed: true } | { isAllowed: false; reason: DenyReason; missing: MissingPermission };

/**
 * The one judge: pure, and deny by default. Allowed exactly when the catalog knows the operation, no condition fails,
 * the token's power includes it, and the owner holds it now (law 1).
 */
export function decide(question: Question): Decision {
  const { permission, context } = question;
  const reason = denyReason(question, context);
  return reason === null
    ? { isAllowed: true }
    : { isAllowed: false, reason, missing: { permission, context } };
}

function denyReason(question: Omit<Question, 'context'>, context: Context): DenyReason | null {
  const { power, ownerRights, permission, catalog, conditions } = question;
  if (!catalog.byCode.has(permission)) return 'unknown_permission';
  const failed = conditions === undefined ? null : failedCondition(conditions);
  if (failed !== null) return failed;
  if (!powerIncludes(power, permission, context)) return 'token_lacks';
  if (!holds(ownerRights, permission, context)) return 'owner_lacks';
  return null;
}

/**
 * The contexts in which an operation is allowed: what a list may show. `global` stands for everywhere.
 * Derived from the same rules as `decide`: for every context c, decide(c) is allowed iff some visible context covers c.
 */
export function visibleContexts(question: Omit<Question, 'context'>): Context[] {
  const candidates = new Set<Context>();
  for (const right of question.ownerRights) candidates.add(right.context);
  if (question.power.kind === 'limited')
    for (const context of question.power.grants.keys()) candidates.add(context);
  const visible: Context[] = [];
  for (const context of candidates) if (denyReason(question, context) === null) visible.push(context);
  return visible.includes(globalContext) ? [globalContext] : visible.sort();
}

/** True when one of the visible contexts covers `context`. */
export function isVisibleIn(visible: readonly Context[], context: Context): boolean {
  return visible.some((outer) => coversContext(outer, context));
}
