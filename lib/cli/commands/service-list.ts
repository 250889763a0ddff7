import { listServices } from '@/lib/services/catalog/list-services';
import type { Command } from '../command';
import { columns } from '../columns';

/** `desk service list`. */
export const serviceList: Command = {
  noun: 'service',
  verb: 'list',
  summary: 'Lists the imported services.',
  words: [],
  options: {},
  run: async (call) => {
    const services = await listServices(call);
    const rows = services.map(({ name, title, operationCount, goneCount, removedAt }) => [
      name,
      removedAt === null ? `${operationCount} operations` : 'removed',
      goneCount === 0 ? '' : `${goneCount} gone`,
      title,
    ]);
    return { data: services, lines: rows.length === 0 ? ['No service is imported yet.'] : columns(rows) };
  },
};
