import type { Catalog, Operation } from '@/lib/domain/catalog';
import { codesOf, type Access } from '@/lib/domain/grant';
import { holdsSomewhere, type Rights } from '@/lib/domain/rights';
import type { Token } from '@/lib/domain/token';
import { templateOf, tokenTemplates } from '@/lib/domain/virtuozzo/token-templates';
import { wireTime } from '@/lib/domain/virtuozzo/wire-time';

/** A method as this API tells of it. Safe: it changes nothing. Accessible in collaboration: it acts within a project. */
export function methodReply({ code, reach, contextType }: Operation, id: number) {
  const isCollaborationAccessible = contextType !== 'global';
  return { id, method: code, isSafe: reach === 'reads', isCollaborationAccessible };
}

/** Draws tokens of one owner; those that share an access share the work. The key stands in the replies that make one. */
export function tokenPainter(ownerRights: Rights, catalog: Catalog) {
  const known = new Map<Access, ReturnType<typeof accessReply>>();
  const ofAccess = (access: Access) => {
    const reply = known.get(access) ?? accessReply(access, ownerRights, catalog);
    known.set(access, reply);
    return reply;
  };
  return (token: Token, key?: string) => ({
    id: token.number,
    description: token.description,
    ...(key === undefined ? {} : { key }),
    ...(token.expiresAt === null ? {} : { expiresAt: wireTime(token.expiresAt) }),
    ...(token.lastUse === null ? {} : { lastUsed: wireTime(token.lastUse.at) }),
    isSystem: false,
    ...ofAccess(token.access),
  });
}

/** What a token holds, in any context. Full access is all that its owner holds anywhere, by a template of its own name. */
function accessReply(access: Access, ownerRights: Rights, catalog: Catalog) {
  const codes =
    access.kind === 'full'
      ? new Set([...catalog.byCode.keys()].filter((code) => holdsSomewhere(ownerRights, code)))
      : new Set(access.entries.flatMap((entry) => codesOf(entry, catalog)));
  const tokenTemplate = templateOf(access, catalog);
  return {
    ...(tokenTemplate === null ? {} : { tokenTemplate }),
    apiListItems: methodReplies(codes, catalog),
  };
}

/** The permission sets with their members. */
export function templateReplies(catalog: Catalog) {
  return tokenTemplates(catalog).map(({ id, name }) => ({
    id,
    name,
    apiListItems: methodReplies(catalog.sets.get(name) ?? new Set(), catalog),
  }));
}

function methodReplies(codes: ReadonlySet<string>, catalog: Catalog) {
  return catalog.operations.flatMap((operation, index) =>
    codes.has(operation.code) ? [methodReply(operation, index + 1)] : [],
  );
}
