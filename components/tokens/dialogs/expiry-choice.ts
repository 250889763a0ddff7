import { dayAfter, endOfDay, expirySchema } from '@/lib/domain/expiry';

const dayMilliseconds = 86_400_000;

/** The quick choices under Expires at, in days. */
export const quickChoices: readonly { label: string; days: number }[] = [
  { label: '7 d', days: 7 },
  { label: '30 d', days: 30 },
  { label: '90 d', days: 90 },
  { label: '1 y', days: 365 },
];

/** What a new token is offered (TOK-10). */
export const suggestedDays = 90;

/** The offered expiry: the suggested one, or that of a token being copied while it still lies ahead. */
export function offeredExpiry(now: Date, source: string | null = null): string {
  if (source !== null && pastProblem(source, now) === null) return source;
  return dayAfter(now, suggestedDays);
}

/** What was typed, as `dd-mm-yyyy`: other separators, missing zeros and `yyyy-mm-dd` are understood. Else as it stands. */
export function tidyDay(text: string): string {
  const typed = text.trim();
  if (/^never$/i.test(typed)) return 'never';
  const iso = /^(\d{4})[-./](\d{1,2})[-./](\d{1,2})$/.exec(typed);
  if (iso !== null) return joinDay(iso[3], iso[2], iso[1]);
  const day = /^(\d{1,2})[-./ ](\d{1,2})[-./ ](\d{4})$/.exec(typed) ?? /^(\d{2})(\d{2})(\d{4})$/.exec(typed);
  return day === null ? typed : joinDay(day[1], day[2], day[3]);
}

/** The sentence that refuses a day that has passed; null for today, later days, `never`, and what is no day at all. */
export function pastProblem(expiry: string, now: Date): string | null {
  const end = endOfDay(expiry);
  if (end === null || end.getTime() > now.getTime()) return null;
  return `${expiry} has passed. A token can end today at the earliest.`;
}

/** expirySchema that also refuses a day that has passed. The verb has the last word on what day it is. */
export const futureExpirySchema = expirySchema.superRefine((expiry, context) => {
  const problem = pastProblem(expiry, new Date());
  if (problem !== null) context.addIssue({ code: 'custom', message: problem });
});

/** Whole days from today to the last valid day, negative when passed; null for `never` and for what is no day. */
export function daysUntil(expiry: string, now: Date): number | null {
  const end = endOfDay(expiry);
  if (end === null) return null;
  return Math.round((end.getTime() - dayMilliseconds - startOfDay(now)) / dayMilliseconds);
}

/** `63 days later`, `1 day earlier`; empty where there is no such number. */
export function termChange(before: string, after: string): string {
  const [from, to] = [endOfDay(before), endOfDay(after)];
  if (from === null || to === null) return '';
  const days = Math.round((to.getTime() - from.getTime()) / dayMilliseconds);
  if (days === 0) return '';
  return `${Math.abs(days)} ${Math.abs(days) === 1 ? 'day' : 'days'} ${days > 0 ? 'later' : 'earlier'}`;
}

const rulerStops: readonly (readonly [days: number, fraction: number])[] = [
  [0, 0],
  [7, 0.1],
  [30, 0.3],
  [90, 0.5],
  [365, 0.7],
  [1_460, 0.86],
];

/** Where a day stands on the ruler above the quick choices: each choice under the middle of its button. */
export function rulerFraction(days: number): number {
  if (days <= 0) return 0;
  for (let at = 1; at < rulerStops.length; at += 1) {
    const [fromDays, from] = rulerStops[at - 1] ?? [0, 0];
    const [toDays, to] = rulerStops[at] ?? [0, 0];
    if (days <= toDays) return from + ((days - fromDays) / (toDays - fromDays)) * (to - from);
  }
  return 0.86;
}

function startOfDay(now: Date): number {
  return Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate());
}

function joinDay(day = '', month = '', year = ''): string {
  return `${day.padStart(2, '0')}-${month.padStart(2, '0')}-${year}`;
}
