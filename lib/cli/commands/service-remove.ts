import { removeService } from '@/lib/services/catalog/remove-service';
import type { Command } from '../command';

/** `desk service remove <name>`. */
export const serviceRemove: Command = {
  noun: 'service',
  verb: 'remove',
  summary: 'Takes a service out of the catalog; an import under its name brings it back.',
  words: [{ name: 'name', about: 'The service.' }],
  options: {},
  run: async (call, { words }) => {
    const service = await removeService(call, { name: words[0] ?? '' });
    const line = `${service.name} is removed. Its ${service.goneCount} operations give nothing any more.`;
    return { data: service, lines: [line] };
  },
};
