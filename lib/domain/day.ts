// Days without zod: what every row of a page shows should not bring a validator to the browser.

const dayMilliseconds = 86_400_000;

/** `dd-mm-yyyy`, a real day of the calendar, years 2000–9999. */
export const dayPattern = /^(\d{2})-(\d{2})-(\d{4})$/;

/** The first instant after the day `dd-mm-yyyy` in UTC (valid through that day, TOK-8); null when no such day exists. */
export function endOfDay(text: string): Date | null {
  const match = dayPattern.exec(text);
  if (match === null) return null;
  const [day, month, year] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const start = new Date(Date.UTC(year, month - 1, day));
  const isReal = year >= 2000 && start.getUTCDate() === day && start.getUTCMonth() === month - 1;
  return isReal ? new Date(start.getTime() + dayMilliseconds) : null;
}

/** The last day on which an expiry still lets a token in, as `dd-mm-yyyy` (UTC). */
export function lastValidDay(expiresAt: Date): string {
  const last = new Date(expiresAt.getTime() - 1);
  const pad = (value: number) => String(value).padStart(2, '0');
  return `${pad(last.getUTCDate())}-${pad(last.getUTCMonth() + 1)}-${String(last.getUTCFullYear()).padStart(4, '0')}`;
}

/** `dd-mm-yyyy` of an instant, UTC: how dates are shown. */
export function formatDay(at: Date): string {
  return lastValidDay(new Date(at.getTime() + 1));
}

/** `01-12-2026`, with the time of day, UTC, unless the day begins then. */
export function momentOf(at: Date): string {
  const day = formatDay(at);
  return at.getTime() % dayMilliseconds === 0 ? day : `${day}, ${at.toISOString().slice(11, 19)} UTC`;
}

/** The day that lies `days` after now, as `dd-mm-yyyy`: the quick choices. */
export function dayAfter(now: Date, days: number): string {
  return formatDay(new Date(now.getTime() + days * dayMilliseconds));
}
