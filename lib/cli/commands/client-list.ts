import type { ClientKind } from '@/lib/domain/client';
import { listClients } from '@/lib/services/clients/list-clients';
import { columns } from '../columns';
import type { Command } from '../command';

/** `desk gateway list` and `desk resource-server list`. */
export function clientList(kind: ClientKind): Command {
  const many = kind === 'gateway' ? 'gateways' : 'resource servers';
  return {
    noun: kind,
    verb: 'list',
    summary: `Lists the ${many}.`,
    words: [],
    options: {},
    run: async (call) => {
      const clients = await listClients(call, kind);
      const rows = clients.map(({ name, hint, services, lastUsedAt }) => [
        name,
        hint,
        lastUsedAt === null ? 'never used' : `last used ${lastUsedAt.slice(0, 16).replace('T', ' ')} UTC`,
        services.length === 0 ? 'every service' : services.join(', '),
      ]);
      return { data: clients, lines: rows.length === 0 ? [`There are no ${many} yet.`] : columns(rows) };
    },
  };
}
