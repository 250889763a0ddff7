import type { AuditView } from '@/lib/domain/admin-view';
import type { AuditFilter } from '@/lib/domain/audit-filter';
import type { Call } from '@/lib/domain/call';
import { deskPermissions } from '@/lib/domain/desk-permissions';
import { requireDeskPermission } from '@/lib/services/access/require-permission';
import { readLog, type LogPart } from './read-log';

/** A part of everyone's log, newest first. Needs desk.audit.View. */
export async function readAuditLog(call: Call, filter: AuditFilter, part: LogPart): Promise<AuditView> {
  await requireDeskPermission(call, deskPermissions.viewAudit);
  return readLog(call, { kind: 'everyone' }, filter, part);
}
