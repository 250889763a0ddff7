import 'server-only';
import { notFound } from 'next/navigation';
import type { Call } from '@/lib/domain/call';
import type { DeskPermission } from '@/lib/domain/desk-permissions';
import type { CurrentPerson } from '@/lib/domain/person';
import { holds } from '@/lib/domain/rights';
import { requireCall, requirePerson } from './current-person';

/** For the pages of administration: to everyone who does not hold the permission they do not exist. The verbs ask again. */
export async function requireAdministration(
  path: string,
  permission: DeskPermission,
): Promise<{ call: Call; person: CurrentPerson }> {
  const [call, person] = [await requireCall(path), await requirePerson(path)];
  if (!holds(person.rights, permission, 'global')) notFound();
  return { call, person };
}
