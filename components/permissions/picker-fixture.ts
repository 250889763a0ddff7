import type { Reach } from '@/lib/domain/catalog';
import type { Rights } from '@/lib/domain/rights';
import type { PickerView } from '@/lib/domain/token-view';
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

export function smallView(rights: Rights = memberRights): PickerView {
  const operations = small.map(([code, summary, phrase, reach]) => operation(code, summary, phrase, reach));
  return { catalog: { contextTypes: [], operations, permissionSets: sets }, rights, contexts };
}

export function smallIndex(rights: Rights = memberRights): PickerIndex {
  return createPickerIndex(smallView(rights));
}

function operation(code: string, summary: string, phrase: string, reach: Reach) {
  return { code, summary, phrase, reach, contextType: 'project', docs: `/docs/api#${code}`, parameters: [] };
}
