import { lastValidDay, formatDay } from '@/lib/domain/day';
import { isExpired } from '@/lib/domain/token';
import type { TokenRow } from '@/lib/domain/token-view';

const dayMilliseconds = 86_400_000;
const atWorkDays = 7;

/** What the Remove dialog says of a token's use. */
export interface RemovalUse {
  row: TokenRow;
  /** Used within the last week and not ended: its removal will be noticed. */
  isAtWork: boolean;
  isEnded: boolean;
  first: string;
  second: string;
}

/** The tokens as the dialog lists them: what is still in use first, the latest use first; what has ended last. */
export function removalUses(rows: readonly TokenRow[], now: Date): RemovalUse[] {
  const rank = (use: RemovalUse) => (use.isAtWork ? 0 : use.isEnded ? 2 : 1);
  return rows
    .map((row) => removalUse(row, now))
    .sort(
      (left, right) =>
        rank(left) - rank(right) || (right.row.lastUsedAt ?? '').localeCompare(left.row.lastUsedAt ?? ''),
    );
}

function removalUse(row: TokenRow, now: Date): RemovalUse {
  const expiresAt = row.expiresAt === null ? null : new Date(row.expiresAt);
  const usedAt = row.lastUsedAt === null ? null : new Date(row.lastUsedAt);
  const isEnded = isExpired(expiresAt, now);
  const isAtWork =
    !isEnded && usedAt !== null && now.getTime() - usedAt.getTime() < atWorkDays * dayMilliseconds;
  const first = usedAt === null ? 'Never used' : `Used ${agoInWords(usedAt, now)}`;
  if (isEnded && expiresAt !== null)
    return { row, isAtWork, isEnded, first, second: `ended on ${lastValidDay(expiresAt)}` };
  if (usedAt === null)
    return {
      row,
      isAtWork,
      isEnded,
      first,
      second: `signed out ${agoInWords(new Date(row.createdAt), now)}`,
    };
  const from = [row.lastUsedAddress, row.lastUsedAgent].filter((each) => each !== null && each !== '');
  return { row, isAtWork, isEnded, first, second: from.length === 0 ? '' : `from ${from.join(', ')}` };
}

/** `just now`, `41 minutes ago`, `1 hour ago`, `2 days ago`; after two weeks `on 31-10-2026`. */
export function agoInWords(at: Date, now: Date): string {
  const minutes = Math.floor((now.getTime() - at.getTime()) / 60_000);
  if (minutes < 1) return 'just now';
  if (minutes < 60) return ago(minutes, 'minute');
  if (minutes < 24 * 60) return ago(Math.floor(minutes / 60), 'hour');
  const days = Math.floor(minutes / (24 * 60));
  return days < 14 ? ago(days, 'day') : `on ${formatDay(at)}`;
}

function ago(amount: number, unit: string): string {
  return `${amount} ${unit}${amount === 1 ? '' : 's'} ago`;
}
