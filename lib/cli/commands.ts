import type { Command } from './command';
import { serviceImport } from './commands/service-import';
import { serviceList } from './commands/service-list';
import { serviceRemove } from './commands/service-remove';
import { serviceShow } from './commands/service-show';

/** Every command, in the order of the help. */
export const commands: readonly Command[] = [serviceImport, serviceList, serviceShow, serviceRemove];
