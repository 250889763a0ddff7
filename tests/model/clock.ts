import { vi } from 'vitest';

let shift = 0;

/** The wall clock of the whole process, which a sequence may put forward. Timers go on by themselves. */
export const clock = {
  now: () => Date.now(),
  pass: (milliseconds: number) => {
    shift += milliseconds;
    vi.setSystemTime(realNow() + shift);
  },
};

/** Real time, which goes on under a clock that stands. */
function realNow(): number {
  return performance.timeOrigin + performance.now();
}
