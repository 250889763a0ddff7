import type { Catalog } from '@/lib/domain/catalog';
import { selectFrom, type Selection } from '@/lib/domain/field-selection';
import { printScope } from '@/lib/domain/scope';
import type { TokenView } from '@/lib/domain/token-view';
import type { RestReply } from '@/lib/http/rest/rest-route';
import type { PermissionsView } from '@/lib/services/catalog/read-permissions';
import type { Profile } from '@/lib/services/people/require-profile';

/** The reply with what `$fields` selects of a body; all of it without. */
export function selected(body: object, { $fields }: { $fields?: Selection | undefined }): RestReply {
  return { status: 200, body: $fields === undefined ? body : selectFrom(body, $fields) };
}

/** An instant, given in ISO 8601, as this API writes it. */
export function dateReply(iso: string): { iso: string; timestamp: number } {
  return { iso, timestamp: Date.parse(iso) };
}

/** A token as this API shows it. Its profile is a reference: who may read that is asked there. */
export function tokenReply(token: TokenView, catalog: Catalog) {
  const { lastUsedAt, expiresAt } = token;
  return {
    id: token.id,
    name: token.description,
    profile: { id: token.ownerId },
    scope: printScope(token.accessEntries, catalog),
    created: dateReply(token.createdAt),
    ...(expiresAt === null ? {} : { expires: dateReply(expiresAt) }),
    ...(lastUsedAt === null
      ? {}
      : {
          lastAccess: {
            time: dateReply(lastUsedAt),
            address: token.lastUsedAddress ?? '',
            userAgent: token.lastUsedAgent ?? '',
          },
        }),
  };
}

/** A person as this API shows them: the last word of the name is the last name. */
export function profileReply({ id, email, name, blockedAt }: Profile) {
  const cut = name.lastIndexOf(' ');
  const [firstName, lastName] = cut === -1 ? [name, ''] : [name.slice(0, cut), name.slice(cut + 1)];
  return {
    id,
    username: email,
    name: { firstName, lastName },
    emails: [{ email }],
    suspended: blockedAt !== null,
  };
}

/** The permissions as this API shows them. */
export function permissionsReply({ operations, groups, dependencies }: PermissionsView) {
  return {
    rights: operations.map(({ code, summary, contextType }) => ({
      code,
      title: summary,
      targetType: contextType,
    })),
    rightsGroups: groups.map(({ title, priority, codes }) => ({ title, priority, rights: codes })),
    deps: dependencies.map(({ code, dependsOn }) => ({ right: code, dependsOn: [dependsOn] })),
  };
}
