import type { Metadata } from 'next';
import { actionsOf } from '@/components/admin/audit/action-choices';
import { AuditBar } from '@/components/admin/audit/audit-bar';
import { AuditLedger } from '@/components/admin/audit/audit-ledger';
import { addressOf, PartLinks } from '@/components/admin/part-links';
import { EmptyState } from '@/components/ui/empty-state';
import { requireAdministration } from '@/lib/auth/require-administration';
import { deskPermissions } from '@/lib/domain/desk-permissions';
import { pageNumber, pageText, type AddressedPage } from '@/lib/domain/page-parameters';
import { listAuditPeople } from '@/lib/services/audit/list-audit-people';
import { readAuditLog } from '@/lib/services/audit/read-audit-log';

export const metadata: Metadata = { title: 'Audit log' };

const path = '/admin/audit';

export default async function AuditPage({ searchParams }: AddressedPage) {
  const { call } = await requireAdministration(path, deskPermissions.viewAudit);
  const parameters = await searchParams;
  const people = await listAuditPeople(call);
  const person = people.find(({ id }) => id === pageText(parameters.person, 22))?.id ?? null;
  const choice = pageText(parameters.action, 60);
  const actions = actionsOf(choice);
  const action = actions === null ? null : choice;
  const before = pageNumber(parameters.before);
  const { rows, next } = await readAuditLog(call, { before, personId: person, actions });
  return (
    <>
      <div className="head">
        <h1>Audit log</h1>
        <p className="say">
          Every change leaves one line, in the same breath as the change. Nothing here can be edited.
        </p>
      </div>
      <AuditBar people={people} person={person ?? 'any'} action={action ?? 'any'} />
      {rows.length > 0 && <AuditLedger rows={rows} />}
      {rows.length === 0 && (
        <EmptyState title="Nothing is written here.">No event matches what you chose.</EmptyState>
      )}
      <div className="foot-bar">
        <span>Newest first, times are UTC</span>
        <span className="sp" />
        <PartLinks
          newest={before === null ? null : addressOf(path, { person, action })}
          older={next === null ? null : addressOf(path, { person, action, before: next })}
        />
      </div>
    </>
  );
}
