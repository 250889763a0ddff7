import { findProject } from '@/lib/db/projects';
import { rightsOf } from '@/lib/db/rights';
import { findRoles } from '@/lib/db/roles';
import type { Transaction } from '@/lib/db/transaction';
import type { Actor, Call } from '@/lib/domain/call';
import { globalContext, projectKeyOf, type Context } from '@/lib/domain/context';
import { DeskError, type FieldIssue } from '@/lib/domain/errors';
import { powerIncludes } from '@/lib/domain/grant';
import type { RoleHeld } from '@/lib/domain/person';
import { coversRole } from '@/lib/domain/role-cover';
import { isContextTypeKnown } from '@/lib/services/catalog/current-catalog';

/**
 * Refuses roles and contexts that do not exist (invalid_input, at the field), and roles that would give away more than
 * the actor holds there (permission_denied): the right to manage people is not the right to everything.
 */
export async function requireAssignable(
  call: Call,
  tx: Transaction,
  roles: readonly RoleHeld[],
): Promise<void> {
  const known = new Map((await findRoles(tx)).map((role) => [role.key, role]));
  const issues: FieldIssue[] = [];
  for (const [index, { role, context }] of roles.entries()) {
    if (!known.has(role)) issues.push({ path: `roles.${index}.role`, message: `There is no role ${role}.` });
    const project = projectKeyOf(context);
    const isThere =
      project === null
        ? context === globalContext || isContextTypeKnown(context)
        : (await findProject(project, tx)) !== null;
    if (!isThere) issues.push({ path: `roles.${index}.context`, message: `There is no ${context}.` });
  }
  if (issues.length > 0)
    throw new DeskError('invalid_input', issues[0]?.message ?? 'No such role.', { issues });
  if (call.actor.kind === 'system') return;
  const rights = await rightsOf(call.actor.personId, tx);
  for (const { role, context } of roles) {
    const { name, patterns } = known.get(role) ?? { name: role, patterns: ['*'] };
    if (coversRole(rights, patterns, context) && mayGive(call.actor, patterns, context)) continue;
    throw new DeskError(
      'permission_denied',
      `You cannot give ${name} in ${context}: it holds more than you do there, or outlives what you hold.`,
      {
        missing: patterns.map((permission) => ({ permission, context })),
      },
    );
  }
}

/**
 * A limited token gives away single operations that it holds; a wildcard may grow. One that ends makes nobody who
 * administers the desk: that would outlive it (law 2).
 */
function mayGive(actor: Actor, patterns: readonly string[], context: Context): boolean {
  if (actor.kind !== 'token') return true;
  const { power, expiresAt } = actor;
  if (expiresAt !== null && patterns.some(isAdministration)) return false;
  if (power.kind === 'full') return true;
  return patterns.every((pattern) => powerIncludes(power, pattern, context));
}

function isAdministration(pattern: string): boolean {
  return pattern === '*' || pattern.startsWith('desk.');
}
