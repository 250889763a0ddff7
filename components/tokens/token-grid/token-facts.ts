import { lastValidDay, momentOf } from '@/lib/domain/day';
import { daysLeft, endingSoonDays, isExpired, tokenStatus, type TokenStatus } from '@/lib/domain/token';
import type { TokenRow } from '@/lib/domain/token-view';

/**
 * A row with its dates parsed and its state worked out for `now`. The server says the same for the moment it answered;
 * a page that stays open all night must not go on saying it.
 */
export interface TokenFacts {
  createdAt: Date;
  expiresAt: Date | null;
  lastUsedAt: Date | null;
  notBefore: Date | null;
  status: TokenStatus;
  isEnded: boolean;
  /** It lives, but is not taken now: paused, or before its first day. */
  isResting: boolean;
  isEndingSoon: boolean;
  isNarrowed: boolean;
  isNeverUsed: boolean;
}

export function tokenFacts(row: TokenRow, now: Date): TokenFacts {
  const { createdAt, expiresAt, lastUsedAt, notBefore } = datesOf(row);
  const isEnded = isExpired(expiresAt, now);
  const left = daysLeft(expiresAt, now);
  const status = tokenStatus({ expiresAt, notBefore, isPaused: row.isPaused }, row.withdrawnCount, now);
  return {
    createdAt,
    expiresAt,
    lastUsedAt,
    notBefore,
    status,
    isEnded,
    isResting: status === 'paused' || status === 'waiting',
    isEndingSoon: !isEnded && left !== null && left <= endingSoonDays,
    isNarrowed: !isEnded && row.withdrawnCount > 0,
    isNeverUsed: !isEnded && row.lastUsedAt === null,
  };
}

type Dates = Pick<TokenFacts, 'createdAt' | 'expiresAt' | 'lastUsedAt' | 'notBefore'>;
const parsedDates = new WeakMap<TokenRow, Dates>();

function datesOf(row: TokenRow): Dates {
  const known = parsedDates.get(row);
  if (known !== undefined) return known;
  const dates = {
    createdAt: new Date(row.createdAt),
    expiresAt: row.expiresAt === null ? null : new Date(row.expiresAt),
    lastUsedAt: row.lastUsedAt === null ? null : new Date(row.lastUsedAt),
    notBefore: row.notBefore === null ? null : new Date(row.notBefore),
  };
  parsedDates.set(row, dates);
  return dates;
}

/** `Active`, `Waiting`, `Ends in 2 d`, `Ends today`, `Narrowed`, `Paused`, `Expired`. Days are counted by the calendar, UTC. */
export function statusText(facts: TokenFacts, now: Date): string {
  switch (facts.status) {
    case 'active':
      return 'Active';
    case 'waiting':
      return 'Waiting';
    case 'narrowed':
      return 'Narrowed';
    case 'paused':
      return 'Paused';
    case 'expired':
      return 'Expired';
    case 'ending': {
      const days = calendarDays(now, new Date((facts.expiresAt ?? now).getTime() - 1));
      return days <= 0 ? 'Ends today' : `Ends in ${days} d`;
    }
  }
}

/** What the Expires column says: the last day of the token, or `never`. */
export function expiresText(facts: TokenFacts): string {
  return facts.expiresAt === null ? 'never' : lastValidDay(facts.expiresAt);
}

/** `Full access`, `1 permission`, `11 permissions`; `withdrawn` ones are not counted: the owner no longer holds them. */
export function accessText(row: TokenRow): string {
  return row.access === 'full'
    ? 'Full access'
    : count(row.permissionCount - row.withdrawnCount, 'permission');
}

/** The second line under Access: the set, or what was lost. */
export function accessNote(row: TokenRow): string {
  if (row.access === 'full') return 'all that you hold';
  if (row.withdrawnCount > 0) return `${count(row.withdrawnCount, 'permission')} withdrawn`;
  if (row.goneCount > 0) return `${count(row.goneCount, 'permission')} gone`;
  return `Limited, ${row.permissionSet ?? 'Custom'}`;
}

/** Why a token does less than it was made for; undefined when it does not. */
export function statusNote(row: TokenRow, now: Date): string | undefined {
  const { status, notBefore } = tokenFacts(row, now);
  const notes = [
    status === 'waiting' && notBefore !== null && `Taken from ${momentOf(notBefore)} on`,
    row.withdrawnCount > 0 && `${count(row.withdrawnCount, 'permission')} withdrawn: you no longer hold them`,
    row.goneCount > 0 && `${count(row.goneCount, 'permission')} gone: the service no longer has them`,
  ].filter((note) => note !== false);
  return notes.length === 0 ? undefined : `${notes.join('. ')}.`;
}

/** `1 token`, `1,204 tokens`. */
export function count(amount: number, noun: string): string {
  return `${formatCount(amount)} ${noun}${amount === 1 ? '' : 's'}`;
}

/** `1,204`. */
export function formatCount(amount: number): string {
  return amount.toLocaleString('en-GB');
}

function calendarDays(from: Date, to: Date): number {
  const day = 86_400_000;
  return Math.floor(to.getTime() / day) - Math.floor(from.getTime() / day);
}
