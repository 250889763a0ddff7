import type { ClientKind } from '@/lib/domain/client';
import { renewClient } from '@/lib/services/clients/renew-client';
import type { Command } from '../command';
import { clientNamed } from './client-named';
import { shownOnce } from './client-add';

/** `desk gateway renew <name>` and `desk resource-server renew <name>`. */
export function clientRenew(kind: ClientKind): Command {
  return {
    noun: kind,
    verb: 'renew',
    summary: 'Gives it a new credential, shown this once; the old one is refused at once.',
    words: [{ name: 'name', about: 'Which one.' }],
    options: {},
    run: async (call, { words }) => {
      const { id, version } = await clientNamed(call, kind, words[0] ?? '');
      return shownOnce(await renewClient(call, { id, version }));
    },
  };
}
