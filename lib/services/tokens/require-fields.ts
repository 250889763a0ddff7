import { findProject } from '@/lib/db/projects';
import type { TokenSettings } from '@/lib/db/tokens';
import type { Transaction } from '@/lib/db/transaction';
import type { Call } from '@/lib/domain/call';
import type { Catalog } from '@/lib/domain/catalog';
import { coversContext, globalContext, projectKeyOf, type Context } from '@/lib/domain/context';
import { DeskError, type FieldIssue, type MissingPermission } from '@/lib/domain/errors';
import { expiryInstant, type Expiry } from '@/lib/domain/expiry';
import type { Access } from '@/lib/domain/grant';
import { notBeforeInstant } from '@/lib/domain/not-before';
import { isExpired, type Token } from '@/lib/domain/token';
import type { TokenFields } from '@/lib/domain/token-input';
import type { TokenLimits } from '@/lib/domain/token-limits';
import { currentCatalog, isContextTypeKnown } from '@/lib/services/catalog/current-catalog';
import { keptCodes, missingFor } from './missing-for';
import { requireLimits } from './require-limits';
import type { Holder } from './require-holder';

/**
 * Checks what a token shall be against what its maker holds now (TOK-9), and answers it as it is stored: entries and
 * permissions in one order, so that equal rights are equal.
 * Throws invalid_input (past date, unknown context, set or permission) or permission_denied naming all that is missing.
 */
export async function requireFields(
  call: Call,
  holder: Holder,
  fields: TokenFields,
  tx?: Transaction,
): Promise<TokenSettings> {
  const expiresAt = requireExpiry(call, holder, fields.expiry, 'fields.expiry');
  const { description, access } = fields;
  const limits = limitsAsked(fields);
  requireSpan(limits.notBefore, expiresAt);
  return requireSettings(holder, { description, access, ...limits, expiresAt }, null, tx);
}

/** The limits of a new token: what is left out limits nothing. */
export function limitsAsked(fields: TokenFields): TokenLimits {
  const { mayUseInUrls, addresses = [], notBefore = null, requestsPerMinute = null } = fields;
  return { mayUseInUrls, addresses, notBefore: notBeforeInstant(notBefore), requestsPerMinute };
}

/** The same for a change of what a token is already: what `fields` leave out stays, an end that has passed included. */
export async function requireChange(
  call: Call,
  holder: Holder,
  fields: { [Key in keyof TokenFields]?: TokenFields[Key] | undefined },
  before: Token,
  tx?: Transaction,
): Promise<TokenSettings> {
  const {
    description = before.description,
    access = before.access,
    mayUseInUrls = before.mayUseInUrls,
    addresses = before.addresses,
    requestsPerMinute = before.requestsPerMinute,
  } = fields;
  const notBefore = fields.notBefore === undefined ? before.notBefore : notBeforeInstant(fields.notBefore);
  const expiresAt =
    fields.expiry === undefined
      ? before.expiresAt
      : requireExpiry(call, holder, fields.expiry, 'fields.expiry');
  if (fields.notBefore !== undefined || fields.expiry !== undefined) requireSpan(notBefore, expiresAt);
  const limits = { mayUseInUrls, addresses, notBefore, requestsPerMinute };
  return requireSettings(holder, { description, access, ...limits, expiresAt }, before.access, tx);
}

/** A token that begins after its end would never be taken. */
function requireSpan(notBefore: Date | null, expiresAt: Date | null): void {
  if (notBefore === null || expiresAt === null || notBefore < expiresAt) return;
  const message = 'It would end before it begins.';
  throw new DeskError('invalid_input', message, { issues: [{ path: 'fields.notBefore', message }] });
}

async function requireSettings(
  holder: Holder,
  { description, access, expiresAt, ...limits }: TokenSettings,
  kept: Access | null,
  tx?: Transaction,
): Promise<TokenSettings> {
  const catalog = currentCatalog();
  const issues = await accessIssues(access, holder, kept, catalog, tx);
  if (issues.length > 0) throw new DeskError('invalid_input', issues[0]?.message ?? '', { issues });
  requireLimits(holder, limits);
  requireWithin(access, holder, kept);
  return { description, access: inOrder(access, catalog), ...limits, expiresAt };
}

/** The instant of an expiry that lies ahead, and not after the maker's own end. */
export function requireExpiry(call: Call, holder: Holder, expiry: Expiry, path: string): Date | null {
  const expiresAt = expiryInstant(expiry);
  if (isExpired(expiresAt, call.now)) {
    const message = 'That day has passed.';
    throw new DeskError('invalid_input', message, { issues: [{ path, message }] });
  }
  requireEnd(holder, expiresAt);
  return expiresAt;
}

/** No token makes or renews one that outlives it (AZ-4). */
export function requireEnd(holder: Holder, expiresAt: Date | null): void {
  if (holder.endsBy === null || (expiresAt !== null && expiresAt <= holder.endsBy)) return;
  throw new DeskError('permission_denied', 'It would end later than the token that makes it.');
}

/** Throws permission_denied with every permission that the access asks beyond its maker. */
export function requireWithin(access: Access, holder: Holder, kept: Access | null): void {
  const missing = missingFor(access, holder, kept, currentCatalog());
  if (missing.length === 0) return;
  const named = missing.slice(0, 3).map(({ permission, context }) => `${permission} in ${context}`);
  const rest = missing.length > named.length ? `, and ${missing.length - named.length} more` : '';
  const issues = entryIssues(access, missing);
  throw new DeskError('permission_denied', `You do not hold ${named.join(', ')}${rest}.`, {
    missing,
    issues,
  });
}

function entryIssues(access: Access, missing: readonly MissingPermission[]): FieldIssue[] {
  if (access.kind === 'full')
    return [{ path: 'fields.access', message: 'Full access takes a maker with full access.' }];
  return access.entries.flatMap((entry, index) => {
    const codes = missing.filter((each) => each.context === entry.context).map((each) => each.permission);
    const field = 'set' in entry ? 'set' : 'permissions';
    const message = `You do not hold ${codes.join(', ')} in ${entry.context}.`;
    return codes.length === 0 ? [] : [{ path: `fields.access.entries.${index}.${field}`, message }];
  });
}

async function accessIssues(
  access: Access,
  holder: Holder,
  kept: Access | null,
  catalog: Catalog,
  tx?: Transaction,
): Promise<FieldIssue[]> {
  if (access.kind === 'full') return [];
  const issues: FieldIssue[] = [];
  for (const [index, entry] of access.entries.entries()) {
    const path = `fields.access.entries.${index}`;
    const isKept = kept?.kind === 'limited' && kept.entries.some((each) => each.context === entry.context);
    if (!isKept && !(await isContextKnown(entry.context, holder, tx))) {
      issues.push({ path: `${path}.context`, message: `You hold nothing in a context ${entry.context}.` });
    } else if ('set' in entry) {
      if (!catalog.sets.has(entry.set))
        issues.push({ path: `${path}.set`, message: `There is no permission set ${entry.set}.` });
    } else {
      const stays = keptCodes(kept, entry.context);
      const unknown = entry.permissions.filter((code) => !catalog.byCode.has(code) && !stays.has(code));
      if (unknown.length > 0)
        issues.push({
          path: `${path}.permissions`,
          message: `There is no permission ${unknown.join(', ')}.`,
        });
    }
  }
  return issues;
}

/** The same answer for a project that does not exist and for one where the owner holds nothing. */
async function isContextKnown(context: Context, holder: Holder, tx?: Transaction): Promise<boolean> {
  if (context === globalContext) return true;
  const key = projectKeyOf(context);
  if (key === null)
    return (
      isContextTypeKnown(context) && holder.ownerRights.some((right) => coversContext(right.context, context))
    );
  if (!holder.ownerRights.some((right) => coversContext(right.context, context))) return false;
  return (await findProject(key, tx)) !== null;
}

function inOrder(access: Access, catalog: Catalog): Access {
  if (access.kind === 'full') return access;
  const rank = new Map(catalog.operations.map((operation, index) => [operation.code, index]));
  const entries = access.entries.map((entry) => {
    if ('set' in entry) return { context: entry.context, set: entry.set };
    const permissions = [...new Set(entry.permissions)].sort(
      (one, other) => (rank.get(one) ?? 0) - (rank.get(other) ?? 0),
    );
    return { context: entry.context, permissions };
  });
  const place = ({ context }: { context: Context }) => (context === globalContext ? '' : context);
  return { kind: 'limited', entries: entries.sort((one, other) => (place(one) < place(other) ? -1 : 1)) };
}
