import type { Metadata } from 'next';
import { ReferenceView } from '@/components/docs/reference-view';
import { requireCall } from '@/lib/auth/current-person';
import { readReference } from '@/lib/services/catalog/read-reference';

export const metadata: Metadata = { title: 'API reference' };

export default async function ApiReferencePage() {
  await requireCall('/docs/api');
  return <ReferenceView {...readReference()} />;
}
