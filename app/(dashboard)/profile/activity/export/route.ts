import { findCall } from '@/lib/auth/current-person';
import { exportOwnLog } from '@/lib/services/audit/export-log';
import { csvAnswer } from '../../../csv-answer';

/** `GET /profile/activity/export?<filter>`: one's own log as CSV (AUD-6). */
export async function GET(request: Request): Promise<Response> {
  return csvAnswer(request, await findCall(), 'activity', exportOwnLog);
}
