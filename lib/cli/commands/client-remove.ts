import type { ClientKind } from '@/lib/domain/client';
import { removeClient } from '@/lib/services/clients/remove-client';
import type { Command } from '../command';
import { clientNamed } from './client-named';

/** `desk gateway remove <name>` and `desk resource-server remove <name>`. */
export function clientRemove(kind: ClientKind): Command {
  return {
    noun: kind,
    verb: 'remove',
    summary: 'Removes it; its credential is refused at once.',
    words: [{ name: 'name', about: 'Which one.' }],
    options: {},
    run: async (call, { words }) => {
      const { id, version, name } = await clientNamed(call, kind, words[0] ?? '');
      const data = await removeClient(call, { id, version });
      return { data, lines: [`${name} is removed. Its credential is refused from now on.`] };
    },
  };
}
