import { findCall } from '@/lib/auth/current-person';
import { exportAuditLog } from '@/lib/services/audit/export-log';
import { csvAnswer } from '../../../csv-answer';

/** `GET /admin/audit/export?<filter>`: what the page shows with the same filter, all of it, as CSV. */
export async function GET(request: Request): Promise<Response> {
  return csvAnswer(request, await findCall(), 'audit', exportAuditLog);
}
