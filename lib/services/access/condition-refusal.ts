import type { Call } from '@/lib/domain/call';
import { DeskError, type MissingPermission, type UnmetCondition } from '@/lib/domain/errors';
import { unmetCondition, type Conditions, type TokenLimits } from '@/lib/domain/token-limits';

/** The request, as the conditions of a token look at it. */
export function conditionsOf(
  { via, address, now }: Pick<Call, 'via' | 'address' | 'now'>,
  limits: TokenLimits,
): Conditions {
  return { limits, isInUrl: via === 'query', address, now };
}

/**
 * Why the token that acts is not taken with this request, whatever it asks; null when it is, and for persons. Doors ask
 * right after verification, so that calls which need no permission are bound too.
 */
export function conditionRefusal(call: Call): DeskError | null {
  const { actor } = call;
  if (actor.kind !== 'token') return null;
  const unmet = unmetCondition(conditionsOf(call, actor.limits));
  return unmet === null ? null : conditionError(unmet);
}

/** The refusal that says which condition of the token is not met. */
export function conditionError(unmet: UnmetCondition, missing?: readonly MissingPermission[]): DeskError {
  const details = { denial: unmet.condition, conditions: [unmet] };
  return new DeskError(
    'permission_denied',
    unmet.says,
    missing === undefined ? details : { ...details, missing },
  );
}
