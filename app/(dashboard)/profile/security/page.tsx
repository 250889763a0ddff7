import type { Metadata } from 'next';
import { SecurityView } from '@/components/security/security-view';
import { requireCall, requirePerson } from '@/lib/auth/current-person';
import { listSessions } from '@/lib/services/sessions/list-sessions';
import { sessionLimits } from '@/lib/services/sessions/session-limits';

export const metadata: Metadata = { title: 'Security' };

export default async function SecurityPage() {
  const call = await requireCall('/profile/security');
  const [person, sessions] = await Promise.all([requirePerson('/profile/security'), listSessions(call)]);
  return <SecurityView email={person.email} sessions={sessions} limits={sessionLimits()} />;
}
