import { findPerson } from '@/lib/db/people';
import type { Transaction } from '@/lib/db/transaction';
import type { Call } from '@/lib/domain/call';
import { DeskError } from '@/lib/domain/errors';
import type { Person } from '@/lib/domain/person';

/**
 * The person still at the version that was seen; without one, as they are now, which only an API may ask for. Throws
 * not_found, stale_version, invalid_input when a page forgot to say what it saw.
 */
export async function requirePersonAt(
  call: Call,
  tx: Transaction,
  { personId, version }: { personId: string; version?: number | undefined },
): Promise<Person> {
  if (version === undefined && call.via === 'dashboard') {
    const message = 'The version that was seen is missing.';
    throw new DeskError('invalid_input', message, { issues: [{ path: 'version', message }] });
  }
  const person = await findPerson({ id: personId }, tx);
  if (person === null) throw new DeskError('not_found', 'There is no such person.');
  if (version !== undefined && person.version !== version) throw stalePerson(person.version);
  return person;
}

/** Someone changed the person since the form was opened. */
export function stalePerson(currentVersion: number): DeskError {
  return new DeskError('stale_version', 'This person was changed in the meantime. Look again, then decide.', {
    currentVersion,
  });
}
