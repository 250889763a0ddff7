import { expect } from 'vitest';

/** Within five in a hundred of the limit and of what trickles back while the requests run (API-8). */
export function expectLimit({ passed, minutes }: { passed: number; minutes: number }, limit: number): void {
  const allowed = limit * (1 + minutes);
  expect(passed).toBeGreaterThanOrEqual(Math.floor(allowed * 0.95));
  expect(passed).toBeLessThanOrEqual(Math.ceil(allowed * 1.05));
}
