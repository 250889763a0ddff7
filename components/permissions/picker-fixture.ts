import type { Rights } from '@/lib/domain/rights';
import { createCatalog, type CatalogData, type Reach } from '@/lib/domain/catalog';
import { createPickerIndex, type PickerIndex } from './picker-index';

/** For tests alone: a small catalog, and one of any size. */
const small: readonly [code: string, summary: string, phrase: string, reach: Reach][] = [
  ['environment.control.GetEnvs', 'List environments', 'list environments', 'reads'],
  ['environment.control.GetEnvInfo', 'Read one environment', 'read an environment', 'reads'],
  ['environment.control.StartEnv', 'Start an environment', 'start environments', 'changes'],
  ['environment.control.StopEnv', 'Stop an environment', 'stop environments', 'changes'],
  ['environment.control.DeleteEnv', 'Delete for good', 'delete environments', 'destroys'],
  ['environment.deployment.GetArchives', 'List archives', 'list archives', 'reads'],
  ['environment.deployment.Deploy', 'Deploy an archive', 'deploy an archive', 'changes'],
  ['marketplace.jps.Install', 'Install from a template', 'install templates', 'changes'],
];

const sets = [
  { name: 'Extended Access', summary: 'Everything but accounts', include: ['*'], exclude: [] },
  { name: 'Maven Plugin', summary: 'Upload and deploy', include: ['environment.deployment.*'], exclude: [] },
  { name: 'Marketplace', summary: 'Install templates', include: ['marketplace.*'], exclude: [] },
];

export const memberRights: Rights = [
  { context: 'global', patterns: ['environment.control.GetEnvs'] },
  {
    context: 'project:shop',
    patterns: [
      'environment.control.GetEnvInfo',
      'environment.control.StartEnv',
      'environment.control.StopEnv',
      'environment.deployment.*',
    ],
  },
];

const contexts = ['global', 'project:shop', 'project:lab'].map((context) => ({ context, title: context }));

export function smallCatalog(): CatalogData {
  const operations = small.map(([code, summary, phrase, reach]) => operation(code, summary, phrase, reach));
  return { contextTypes: [], operations, permissionSets: sets };
}

export function smallIndex(rights: Rights = memberRights): PickerIndex {
  return createPickerIndex({ rights, contexts, types: [] }, createCatalog(smallCatalog()));
}

/** The small catalog beside an imported service `shop` of so many components with so many operations each. */
export function importedIndex(components: number, size: number): PickerIndex {
  const operations = Array.from({ length: components * size }, (_, at) => {
    const code = `shop.part${Math.floor(at / size)}.Get${at}`;
    return { ...operation(code, `Read thing ${at}`, `read thing ${at}`, 'reads'), contextType: 'store' };
  });
  const all = [...smallCatalog().operations, ...operations];
  const catalog = createCatalog({ ...smallCatalog(), operations: all, imported: ['shop'] });
  const rights = [{ context: 'global', patterns: ['*'] }];
  return createPickerIndex({ rights, contexts, types: [{ type: 'store', title: 'Store' }] }, catalog);
}

function operation(code: string, summary: string, phrase: string, reach: Reach) {
  return { code, summary, phrase, reach, contextType: 'project', docs: `/docs/api#${code}`, parameters: [] };
}
