import type { Metadata } from 'next';
import { ReferenceView } from '@/components/docs/reference-view';
import { requireCall } from '@/lib/auth/current-person';
import { readReference } from '@/lib/services/platform/read-reference';

export const metadata: Metadata = { title: 'API reference' };

export default async function ApiReferencePage() {
  await requireCall('/docs/api');
  const { origin, isQueryCredentialOn, components } = readReference();
  return <ReferenceView origin={origin} isQueryCredentialOn={isQueryCredentialOn} components={components} />;
}
