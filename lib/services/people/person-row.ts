import { findPeople, type PersonRecord } from '@/lib/db/people';
import { DeskError } from '@/lib/domain/errors';
import type { PersonRow } from '@/lib/domain/person';

/** A person as the People page shows them. */
export function toPersonRow(person: PersonRecord): PersonRow {
  const { id, version, email, name, roles, tokenCount } = person;
  return {
    id,
    version,
    email,
    name,
    status: person.blockedAt === null ? 'active' : 'blocked',
    roles,
    createdAt: person.createdAt.toISOString(),
    lastSignInAt: person.lastSignInAt?.toISOString() ?? null,
    tokenCount,
  };
}

/** The row of one person, read after a change. Throws not_found. */
export async function readPersonRow(personId: string, now: Date): Promise<PersonRow> {
  const [person] = await findPeople(now, [personId]);
  if (person === undefined) throw new DeskError('not_found', 'There is no such person.');
  return toPersonRow(person);
}
