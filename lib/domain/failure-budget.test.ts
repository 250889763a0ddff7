import { expect, test } from 'vitest';
import {
  addressRule,
  pauseSeconds,
  personRule,
  triesLeft,
  withFailure,
  withoutFailures,
  type Budget,
} from './failure-budget';

const start = new Date('2026-11-22T09:00:00Z');
const later = (seconds: number) => new Date(start.getTime() + seconds * 1_000);

test('PWD-5 five tries are free, then the pause doubles from 30 seconds to an hour', () => {
  let budget: Budget | null = null;
  let seconds = 0;
  const pauses: number[] = [];
  for (let failure = 1; failure <= 15; failure += 1) {
    expect(triesLeft(budget, personRule)).toBe(Math.max(0, 5 - failure + 1));
    budget = withFailure(budget, personRule, later(seconds));
    const pause = pauseSeconds(budget, later(seconds));
    pauses.push(pause);
    seconds += pause;
  }
  expect(pauses).toEqual([0, 0, 0, 0, 30, 60, 120, 240, 480, 960, 1_920, 3_600, 3_600, 3_600, 3_600]);
});

test('PWD-5 someone who tries every second for a year gets no more than 100 consecutive tries', () => {
  let budget: Budget | null = null;
  let tries = 0;
  let seconds = 0;
  while (seconds < 365 * 86_400) {
    const pause = pauseSeconds(budget, later(seconds));
    if (pause === 0) {
      budget = withFailure(budget, personRule, later(seconds));
      tries += 1;
    }
    seconds += Math.max(1, Math.min(pause, 86_400));
  }
  expect(tries).toBe(100);
});

test('PWD-5 an address is paused too, but time forgives it', () => {
  let budget: Budget | null = null;
  for (let failure = 0; failure < 20; failure += 1) budget = withFailure(budget, addressRule, start);
  expect(pauseSeconds(budget, start)).toBe(30);
  expect(withFailure(budget, addressRule, later(86_401)).failures).toBe(1);
});

test('a try that is given back leaves the bucket as it was', () => {
  const before = withFailure(null, personRule, start);
  const after = withoutFailures(withFailure(before, personRule, start), personRule, 1);
  expect(after?.failures).toBe(1);
  expect(withoutFailures(before, personRule, 1)).toBeNull();
});
