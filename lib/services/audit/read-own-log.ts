import type { AuditView } from '@/lib/domain/admin-view';
import type { AuditFilter } from '@/lib/domain/audit-filter';
import type { Call } from '@/lib/domain/call';
import { ownScope } from './own-scope';
import { readLog, type LogPart } from './read-log';

/** A part of the log of the person who asks, newest first (AUD-6); a person in the filter counts for nothing. */
export async function readOwnLog(call: Call, filter: AuditFilter, part: LogPart): Promise<AuditView> {
  return readLog(call, ownScope(call), filter, part);
}
