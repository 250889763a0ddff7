import type { Metadata } from 'next';
import { LogView } from '@/components/admin/audit/log-view';
import { requireAdministration } from '@/lib/auth/require-administration';
import { judgeAuditChoice, readAuditChoice } from '@/lib/domain/audit-filter';
import { deskPermissions } from '@/lib/domain/desk-permissions';
import { pageNumber, type AddressedPage } from '@/lib/domain/page-parameters';
import { listAuditPeople } from '@/lib/services/audit/list-audit-people';
import { readAuditLog } from '@/lib/services/audit/read-audit-log';

export const metadata: Metadata = { title: 'Audit log' };

const path = '/admin/audit';

export default async function AuditPage({ searchParams }: AddressedPage) {
  const { call } = await requireAdministration(path, deskPermissions.viewAudit);
  const parameters = await searchParams;
  const choice = readAuditChoice(parameters);
  const { filter, problem } = judgeAuditChoice(choice);
  const part = { before: pageNumber(parameters.before), after: pageNumber(parameters.after) };
  const people = await listAuditPeople(call);
  const isSomebody = choice.person === '' || people.some(({ id }) => id === choice.person);
  const view =
    filter === null || !isSomebody
      ? { problem: problem ?? 'Nobody has that id.' }
      : await readAuditLog(call, filter, part);
  const isFurther = part.before !== null || part.after !== null;
  return (
    <LogView title="Audit log" path={path} people={people} choice={choice} view={view} isFurther={isFurther}>
      Every change leaves one line, in the same breath as the change. Nothing here can be edited.
    </LogView>
  );
}
