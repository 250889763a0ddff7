import { clientKindSchema } from '@/lib/domain/client';
import type { Command } from './command';
import { clientAdd } from './commands/client-add';
import { clientList } from './commands/client-list';
import { clientRemove } from './commands/client-remove';
import { clientRenew } from './commands/client-renew';
import { serviceImport } from './commands/service-import';
import { serviceList } from './commands/service-list';
import { serviceRemove } from './commands/service-remove';
import { serviceShow } from './commands/service-show';

/** Every command, in the order of the help. */
export const commands: readonly Command[] = [
  ...[serviceImport, serviceList, serviceShow, serviceRemove],
  ...clientKindSchema.options.flatMap((kind) => [
    clientAdd(kind),
    clientList(kind),
    clientRenew(kind),
    clientRemove(kind),
  ]),
];
