import type { Access } from './grant';
import type { TokenLimits } from './token-limits';

/** The record of a token. Never holds the secret nor its digest. */
export interface Token extends TokenLimits {
  /** Public, random, URL-safe; unrelated to the secret. */
  id: string;
  /** The integer id of the Virtuozzo door. */
  number: number;
  ownerId: string;
  description: string;
  access: Access;
  /** Invalid at t >= expiresAt; null: never ends. */
  expiresAt: Date | null;
  createdAt: Date;
  changedAt: Date;
  /** Rises with every change; If-Match compares it (API-7). */
  version: number;
  /** First four and last four characters of the secret's random part: `td_pat_7HqV…oC6d`. */
  hint: { start: string; end: string };
  /** While set, the token is refused; resuming clears it. */
  pausedAt: Date | null;
  removedAt: Date | null;
  lastUse: TokenUse | null;
}

/** When, from where and by what a token was last used. */
export interface TokenUse {
  at: Date;
  address: string;
  userAgent: string;
}

/** The little of a token that a list of names needs. */
export type TokenFacts = Pick<Token, 'id' | 'number' | 'description' | 'createdAt'>;

/** Ten days or less: the rust of the grid. */
export const endingSoonDays = 10;

export type TokenStatus = 'active' | 'waiting' | 'ending' | 'narrowed' | 'paused' | 'expired';

/** True from the instant of expiry on (TOK-8). */
export function isExpired(expiresAt: Date | null, now: Date): boolean {
  return expiresAt !== null && now.getTime() >= expiresAt.getTime();
}

/** Whole days until the end, rounded up; null when it never ends. */
export function daysLeft(expiresAt: Date | null, now: Date): number | null {
  return expiresAt === null ? null : Math.ceil((expiresAt.getTime() - now.getTime()) / 86_400_000);
}

/** The one status shown: what matters most first. `withdrawnCount` is how many of its grants the owner no longer holds. */
export function tokenStatus(
  { expiresAt, notBefore, isPaused }: { expiresAt: Date | null; notBefore: Date | null; isPaused: boolean },
  withdrawnCount: number,
  now: Date,
): TokenStatus {
  if (isExpired(expiresAt, now)) return 'expired';
  if (isPaused) return 'paused';
  if (notBefore !== null && now < notBefore) return 'waiting';
  const left = daysLeft(expiresAt, now);
  if (left !== null && left <= endingSoonDays) return 'ending';
  return withdrawnCount > 0 ? 'narrowed' : 'active';
}
