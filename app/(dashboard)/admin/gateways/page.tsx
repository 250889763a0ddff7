import type { Metadata } from 'next';
import { GatewaysView } from '@/components/admin/gateways/gateways-view';
import { requireAdministration } from '@/lib/auth/require-administration';
import { deskPermissions } from '@/lib/domain/desk-permissions';
import { currentServices } from '@/lib/services/catalog/current-catalog';
import { listClients } from '@/lib/services/clients/list-clients';
import { readDeskFacts } from '@/lib/services/desk/read-desk-facts';

export const metadata: Metadata = { title: 'Gateways' };

export default async function GatewaysPage() {
  const { call, person } = await requireAdministration('/admin/gateways', deskPermissions.manageGateways);
  const [gateways, servers] = await Promise.all([
    listClients(call, 'gateway'),
    listClients(call, 'resource-server'),
  ]);
  return (
    <GatewaysView
      gateways={gateways}
      servers={servers}
      services={currentServices()
        .filter(({ removedAt }) => removedAt === null)
        .map(({ name, title }) => ({ name, title }))}
      origin={readDeskFacts().origin}
      username={person.email}
    />
  );
}
