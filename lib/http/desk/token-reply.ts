import type { TokenShape } from '@/lib/domain/api/desk-schemas';
import type { NewTokenView, TokenView } from '@/lib/domain/token-view';

/** A token as our own API shows it. */
export function toShape(token: TokenView): TokenShape {
  return {
    id: token.id,
    version: token.version,
    description: token.description,
    hint: token.hint,
    ownerId: token.ownerId,
    access: token.accessEntries,
    permissionSet: token.permissionSet,
    contexts: [...token.contexts],
    permissionCount: token.permissionCount,
    withdrawnCount: token.withdrawnCount,
    status: token.status,
    isPaused: token.isPaused,
    mayUseInUrls: token.mayUseInUrls,
    addresses: [...token.addresses],
    notBefore: token.notBefore,
    requestsPerMinute: token.requestsPerMinute,
    createdAt: token.createdAt,
    changedAt: token.changedAt,
    expiresAt: token.expiresAt,
    lastUse:
      token.lastUsedAt === null
        ? null
        : { at: token.lastUsedAt, address: token.lastUsedAddress, userAgent: token.lastUsedAgent },
  };
}

/** The answer with one token, and its version as the ETag (API-7). */
export function tokenReply(token: TokenView) {
  return { status: 200, body: toShape(token), headers: etagOf(token) } as const;
}

/** The only answer with a secret. */
export function newTokenReply(status: 200 | 201, { token, secret }: NewTokenView) {
  const location = status === 201 ? { Location: `/api/v1/tokens/${token.id}` } : {};
  return { status, body: { token: toShape(token), secret }, headers: { ...etagOf(token), ...location } };
}

function etagOf({ version }: TokenView): Record<string, string> {
  return { ETag: `"${version}"` };
}
