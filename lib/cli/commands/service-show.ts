import { readService } from '@/lib/services/catalog/read-service';
import type { Command } from '../command';
import { columns } from '../columns';

/** `desk service show <name>`. */
export const serviceShow: Command = {
  noun: 'service',
  verb: 'show',
  summary: 'Shows the operations of an imported service.',
  words: [{ name: 'name', about: 'The service.' }],
  options: {},
  run: async (call, { words }) => {
    const service = await readService(call, words[0] ?? '');
    const { title, apiVersion, format, basePath, operations } = service;
    const head = `${title} ${apiVersion} (${format})${basePath === '' ? '' : ` below ${basePath}`}`;
    const rows = operations.map(({ code, route, contextType, isGone }) => [
      code,
      `${route.method} ${route.path}`,
      isGone === true ? 'gone' : contextType,
    ]);
    return { data: service, lines: [head, ...columns(rows)] };
  },
};
