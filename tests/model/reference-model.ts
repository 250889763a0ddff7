// What the desk promises, in the fewest words: no cache, no pattern, no digest, nothing of lib/. The machine compares every way
// of asking with it.

/** What may be asked for in the service of the test. */
export const permissions = ['shop.api.List', 'shop.api.Read', 'shop.api.Order'] as const;
export type ModelPermission = (typeof permissions)[number];
export type ModelContext = 'global' | 'store:a' | 'store:b';
export type ModelAccess = 'full' | Partial<Record<ModelContext, readonly ModelPermission[]>>;

export interface ModelToken {
  secret: string;
  id: string;
  access: ModelAccess;
  isPaused: boolean;
  isRemoved: boolean;
  /** Milliseconds since 1970. */
  expiresAt: number;
  notBefore: number;
  /** The addresses that it may be used from; empty for any. */
  addresses: readonly string[];
}

export interface ModelQuestion {
  permission: ModelPermission;
  context: ModelContext;
  address: string;
}

/** The desk as it should be. */
export interface Model {
  tokens: ModelToken[];
  /** Secrets that were regenerated away. */
  dead: string[];
  isBlocked: boolean;
  /** What the owner holds, by role and context. */
  roles: readonly (readonly ['keeper' | 'reader', ModelContext])[];
  /** What each role holds. */
  holds: Record<'keeper' | 'reader', readonly ModelPermission[]>;
  operations: readonly ModelPermission[];
}

export function newModel(): Model {
  const holds = { keeper: permissions, reader: ['shop.api.List', 'shop.api.Read'] as const };
  return { tokens: [], dead: [], isBlocked: false, roles: [], holds, operations: permissions };
}

/** True when the owner holds a permission in a context. */
export function ownerHolds(
  { roles, holds }: Model,
  permission: ModelPermission,
  context: ModelContext,
): boolean {
  return roles.some(
    ([role, where]) => (where === 'global' || where === context) && holds[role].includes(permission),
  );
}

/** The whole promise: who lives, is met by the request, holds it, and whose owner holds it, may. */
export function mayPass(model: Model, secret: string, question: ModelQuestion, now: number): boolean {
  const { permission, context, address } = question;
  const token = model.tokens.find((each) => each.secret === secret);
  if (token === undefined || token.isRemoved || token.isPaused || model.isBlocked) return false;
  if (now >= token.expiresAt || now < token.notBefore) return false;
  if (token.addresses.length > 0 && !token.addresses.includes(address)) return false;
  if (!model.operations.includes(permission) || !ownerHolds(model, permission, context)) return false;
  if (token.access === 'full') return true;
  return [token.access.global, token.access[context]].some((held) => held?.includes(permission) === true);
}
