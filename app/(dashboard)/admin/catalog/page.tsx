import type { Metadata } from 'next';
import { CatalogView } from '@/components/admin/catalog/catalog-view';
import { requireAdministration } from '@/lib/auth/require-administration';
import { deskPermissions } from '@/lib/domain/desk-permissions';
import { builtInIndex } from '@/lib/services/catalog/current-catalog';
import { listServices } from '@/lib/services/catalog/list-services';

export const metadata: Metadata = { title: 'Catalog' };

export default async function CatalogPage() {
  const { call, person } = await requireAdministration('/admin/catalog', deskPermissions.manageCatalog);
  return (
    <CatalogView
      services={await listServices(call)}
      builtInCount={builtInIndex().operations.length}
      username={person.email}
    />
  );
}
