/** How many wrong proofs a bucket forgives (PWD-5). */
export interface BudgetRule {
  /** Tries before the first pause. */
  freeTries: number;
  /** Consecutive failures after which only a right proof elsewhere or an administrator opens it; null: never closes. */
  closesAfter: number | null;
  /** Failures older than this are forgotten; null: only success forgets them. */
  forgetsAfterHours: number | null;
}

/** Per account, shared by sign-in and the confirm dialog; and per session, an owner's own bucket at the confirm dialog. */
export const personRule: BudgetRule = { freeTries: 5, closesAfter: 100, forgetsAfterHours: null };

/** Per client address: wider, because an office shares one; success elsewhere does not reset it, time does. */
export const addressRule: BudgetRule = { freeTries: 20, closesAfter: null, forgetsAfterHours: 24 };

const firstPauseSeconds = 30;
const longestPauseSeconds = 3_600;
/** Far enough to mean closed, and a valid date of every engine. */
const closed = new Date('9999-12-31T00:00:00.000Z');

/** What is stored of a bucket. */
export interface Budget {
  failures: number;
  lastAt: Date;
  lockedUntil: Date | null;
}

/** Seconds until another try is let in; 0 when now. */
export function pauseSeconds(budget: Budget | null, now: Date): number {
  if (budget === null || budget.lockedUntil === null) return 0;
  return Math.max(0, Math.ceil((budget.lockedUntil.getTime() - now.getTime()) / 1_000));
}

/** The bucket after one more failure. */
export function withFailure(budget: Budget | null, rule: BudgetRule, now: Date): Budget {
  const isForgotten =
    budget === null ||
    (rule.forgetsAfterHours !== null &&
      now.getTime() - budget.lastAt.getTime() > rule.forgetsAfterHours * 3_600_000);
  const failures = (isForgotten ? 0 : budget.failures) + 1;
  return { failures, lastAt: now, lockedUntil: lockAfter(failures, rule, now) };
}

/** The bucket after some of its failures turned out to be forgiven, such as a reserved try; null when it is empty. */
export function withoutFailures(budget: Budget, rule: BudgetRule, count: number): Budget | null {
  const failures = budget.failures - count;
  if (failures <= 0) return null;
  return {
    failures,
    lastAt: budget.lastAt,
    lockedUntil: failures < rule.freeTries ? null : budget.lockedUntil,
  };
}

/** Tries left before the next pause. */
export function triesLeft(budget: Budget | null, rule: BudgetRule): number {
  return Math.max(0, rule.freeTries - (budget?.failures ?? 0));
}

/** From the last free try on, each failure doubles the pause: 30 s, 1 min, … 1 h. */
function lockAfter(failures: number, rule: BudgetRule, now: Date): Date | null {
  if (rule.closesAfter !== null && failures >= rule.closesAfter) return closed;
  if (failures < rule.freeTries) return null;
  const seconds = Math.min(
    longestPauseSeconds,
    firstPauseSeconds * 2 ** Math.min(12, failures - rule.freeTries),
  );
  return new Date(now.getTime() + seconds * 1_000);
}
