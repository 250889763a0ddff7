import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { EnvironmentsView } from '@/components/environments/environments-view';
import { requireCall } from '@/lib/auth/current-person';
import { readDeskFacts } from '@/lib/services/desk/read-desk-facts';
import { listEnvironments } from '@/lib/services/platform/environments/list-environments';

export const metadata: Metadata = { title: 'Environments' };

export default async function EnvironmentsPage() {
  const call = await requireCall('/environments');
  if (!readDeskFacts().hasSamplePlatform) notFound();
  return <EnvironmentsView initialRows={await listEnvironments(call)} />;
}
