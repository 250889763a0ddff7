import { accountBucketKey } from '@/lib/crypto/bucket-key';
import { findBudget, putBudget } from '@/lib/db/failure-budgets';
import { transaction, type Transaction } from '@/lib/db/transaction';
import { addressNetwork } from '@/lib/domain/address-network';
import type { Call } from '@/lib/domain/call';
import {
  addressRule,
  pauseSeconds,
  personRule,
  triesLeft,
  withFailure,
  withoutFailures,
  type Budget,
  type BudgetRule,
} from '@/lib/domain/failure-budget';

/** One bucket of a try. Only those that `isBarring` can refuse it; all of them count it. */
export interface Bucket {
  key: string;
  rule: BudgetRule;
  isBarring: boolean;
}

/** The buckets of a sign-in: the account, whether it exists or not, and the address. */
export function signInBuckets(email: string, address: string): Bucket[] {
  return [
    { key: accountBucketKey(email), rule: personRule, isBarring: true },
    { key: `address:${addressNetwork(address)}`, rule: addressRule, isBarring: true },
  ];
}

/**
 * The buckets of a proof by someone who is signed in. Only the bearer's own (a session, or all tokens of a person) can bar
 * it, so that a stranger guessing at sign-in cannot keep the owner from acting; the account's and the address's count it,
 * so that a stolen session does not double the guesses (PWD-5).
 */
export function proofBuckets(bearer: string, email: string, address: string): Bucket[] {
  const others = signInBuckets(email, address).map((bucket) => ({ ...bucket, isBarring: false }));
  return [{ key: `session:${bearer}`, rule: personRule, isBarring: true }, ...others];
}

/** What reserving a try found. `triesLeft` counts after this one. */
export type Reservation =
  { isOpen: true; triesLeft: number; pauseSeconds: number } | { isOpen: false; pauseSeconds: number };

/**
 * Counts a try as failed before the password is looked at: fifty at once get no more than the budget, because the
 * counting is serial where the hashing is not. A success gives it back.
 */
export async function reserveTry(call: Call, buckets: readonly Bucket[]): Promise<Reservation> {
  return transaction(call, async (tx) => {
    const found = await load(tx, buckets);
    const pause = Math.max(
      0,
      ...found.map(({ bucket, budget }) => (bucket.isBarring ? pauseSeconds(budget, call.now) : 0)),
    );
    const counted = found.map(({ bucket, budget }) => ({
      bucket,
      budget: withFailure(budget, bucket.rule, call.now),
    }));
    // A barred try writes too, what stands already: a locked account shall take as long as any other (PWD-6).
    for (const { bucket, budget } of pause > 0 ? found : counted) await putBudget(tx, bucket.key, budget);
    if (pause > 0) return { isOpen: false, pauseSeconds: pause };
    const barring = counted.filter(({ bucket }) => bucket.isBarring);
    return {
      isOpen: true,
      triesLeft: Math.min(...barring.map(({ bucket, budget }) => triesLeft(budget, bucket.rule))),
      pauseSeconds: Math.max(...barring.map(({ budget }) => pauseSeconds(budget, call.now))),
    };
  });
}

/** After a right password at sign-in: the account begins anew, the address gets this one try back. */
export async function forgiveSignIn(tx: Transaction, buckets: readonly Bucket[]): Promise<void> {
  for (const { bucket, budget } of await load(tx, buckets)) {
    const isAddress = bucket.rule.forgetsAfterHours !== null;
    const rest = isAddress && budget !== null ? withoutFailures(budget, bucket.rule, 1) : null;
    await putBudget(tx, bucket.key, rest);
  }
}

/**
 * After a right password at the confirm dialog: the session begins anew, and what it had added to the other buckets is
 * taken out of them. What strangers added stays: an owner at work must not refill their budget.
 */
export async function forgiveProof(tx: Transaction, buckets: readonly Bucket[]): Promise<void> {
  const found = await load(tx, buckets);
  const own = found.find(({ bucket }) => bucket.isBarring)?.budget?.failures ?? 0;
  for (const { bucket, budget } of found) {
    const rest = bucket.isBarring || budget === null ? null : withoutFailures(budget, bucket.rule, own);
    await putBudget(tx, bucket.key, rest);
  }
}

/** Gives a reserved try back that was never looked at, such as under overload. */
export async function returnTry(call: Call, buckets: readonly Bucket[]): Promise<void> {
  await transaction(call, async (tx) => {
    for (const { bucket, budget } of await load(tx, buckets)) {
      if (budget !== null) await putBudget(tx, bucket.key, withoutFailures(budget, bucket.rule, 1));
    }
  });
}

/** Forgets an account's wrong passwords: whoever may say so vouches for it (administrator, operator, new password). */
export async function reopenAccount(tx: Transaction, email: string): Promise<void> {
  await putBudget(tx, accountBucketKey(email), null);
}

async function load(
  tx: Transaction,
  buckets: readonly Bucket[],
): Promise<{ bucket: Bucket; budget: Budget | null }[]> {
  const found = [];
  for (const bucket of buckets) found.push({ bucket, budget: await findBudget(tx, bucket.key) });
  return found;
}
