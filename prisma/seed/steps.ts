/** Something that happened at a certain time. */
export interface Step {
  at: Date;
  run: () => Promise<void>;
}

/** Does the steps one after the other, in the order of their times, so that the log reads as if it had grown. */
export async function runSteps(steps: readonly Step[]): Promise<void> {
  for (const step of steps.toSorted((one, other) => one.at.getTime() - other.at.getTime())) await step.run();
}
