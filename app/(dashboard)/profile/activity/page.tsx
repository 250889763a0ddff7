import type { Metadata } from 'next';
import { LogView } from '@/components/admin/audit/log-view';
import { requireCall } from '@/lib/auth/current-person';
import { judgeAuditChoice, readAuditChoice } from '@/lib/domain/audit-filter';
import { pageNumber, type AddressedPage } from '@/lib/domain/page-parameters';
import { readOwnLog } from '@/lib/services/audit/read-own-log';

export const metadata: Metadata = { title: 'Activity' };

const path = '/profile/activity';

export default async function ActivityPage({ searchParams }: AddressedPage) {
  const call = await requireCall(path);
  const parameters = await searchParams;
  const choice = { ...readAuditChoice(parameters), person: '' };
  const { filter, problem } = judgeAuditChoice(choice);
  const part = { before: pageNumber(parameters.before), after: pageNumber(parameters.after) };
  const view = filter === null ? { problem } : await readOwnLog(call, filter, part);
  const isFurther = part.before !== null || part.after !== null;
  return (
    <LogView title="Activity" path={path} people={null} choice={choice} view={view} isFurther={isFurther}>
      What was done in your name, and what others did to what is yours. Ask about what you do not recognise.
    </LogView>
  );
}
