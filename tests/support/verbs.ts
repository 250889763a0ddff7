import { expect } from 'vitest';
import type { Call } from '@/lib/domain/call';
import type { PersonFixture } from './desk';

/** A change under test: who calls, and the proof that came with it. */
export type Verb = (call: Call, proof: { password: string } | undefined) => Promise<unknown>;

export const proofOf = (person: PersonFixture) => ({ password: person.password });

/** Fields with the proof beside them, when there is one. */
export function proven<T extends object>(fields: T, proof: { password: string } | undefined) {
  return proof === undefined ? fields : { ...fields, proof };
}

/** PWD-1: without a proof, with someone else's and with a wrong one the change is refused, and nothing is changed. */
export async function expectProofIsAsked(
  verb: Verb | undefined,
  person: PersonFixture,
  other: PersonFixture,
  state: () => Promise<string>,
): Promise<void> {
  const { requireProof } = await import('@/lib/services/people/require-proof');
  const before = await state();
  for (const proof of [undefined, proofOf(other), { password: `${person.password} ` }])
    await expect(verb?.(person.call(), proof)).rejects.toMatchObject({ code: 'wrong_proof' });
  expect(await state()).toBe(before);
  // The tries are forgiven, for the tests that follow.
  await requireProof(person.call(), proofOf(person));
}

/** AUD-1: when the event cannot be written, nothing is changed. */
export async function expectLogIsNeeded(
  verb: Verb | undefined,
  person: PersonFixture,
  state: () => Promise<string>,
): Promise<void> {
  const { writing } = await import('@/lib/db/client');
  const before = await state();
  const client = await writing();
  await client.$executeRawUnsafe(
    `CREATE TRIGGER break BEFORE INSERT ON "Event" BEGIN SELECT RAISE(ABORT, 'the log is full'); END`,
  );
  await expect(verb?.(person.call(), proofOf(person))).rejects.toThrow();
  await client.$executeRawUnsafe('DROP TRIGGER break');
  expect(await state()).toBe(before);
}
