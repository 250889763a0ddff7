import type { User } from '@/lib/domain/person';

/** A user as this API shows them: keys in alphabetical order. Who waits for approval is not told to be blocked as well. */
export function userReply({ isAdministrator, approvedAt, blockedAt, ...user }: User) {
  return {
    admin: isAdministrator,
    approved: approvedAt !== null,
    blocked: isBlocked({ approvedAt, blockedAt }),
    created_at: user.createdAt.toISOString(),
    email: user.email,
    id: user.number,
    last_login: user.lastSignInAt?.toISOString() ?? '',
    name: user.name,
    state: 'normal',
  };
}

/** Kept out by someone, rather than not yet let in. */
export function isBlocked({ approvedAt, blockedAt }: Pick<User, 'approvedAt' | 'blockedAt'>): boolean {
  return blockedAt !== null && approvedAt !== null;
}
