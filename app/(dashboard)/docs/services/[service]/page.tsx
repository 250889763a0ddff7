import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ServiceOperations } from '@/components/docs/service/service-operations';
import { requireCall } from '@/lib/auth/current-person';
import { readServiceReference } from '@/lib/services/catalog/read-service-reference';

interface Props {
  params: Promise<{ service: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await params).service };
}

export default async function ServicePage({ params }: Props) {
  const { service } = await params;
  const reference = readServiceReference(await requireCall(`/docs/services/${service}`), service);
  if (reference === null) notFound();
  return <ServiceOperations reference={reference} />;
}
