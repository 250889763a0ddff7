/** A role as it ships: `patterns` are what a person holds through it in the context of the assignment. */
export interface BuiltInRole {
  key: BuiltInRoleKey;
  name: string;
  summary: string;
  patterns: readonly string[];
}

export type BuiltInRoleKey = 'administrator' | 'member' | 'project-admin' | 'developer' | 'viewer';

export const administratorRole = 'administrator' satisfies BuiltInRoleKey;
/** What everyone is at least: it gives nothing but an account and tokens of one's own. */
export const memberRole = 'member' satisfies BuiltInRoleKey;

/** What everyone may: know who they are and what they may do, look at what could be installed, keep tokens of their own. */
const everyone = [
  'users.account.*',
  'users.authentication.*',
  'environment.control.GetRegions',
  'environment.control.GetTemplates',
  'marketplace.app.GetList',
  'marketplace.app.GetAppInfo',
  'marketplace.app.GetCategories',
  'marketplace.favorite.*',
] as const;

const reading = [
  ...everyone,
  'environment.control.GetBasicEnvsInfo',
  'environment.control.GetEnvs',
  'environment.control.GetEnvInfo',
  'environment.control.GetEnvProperty',
  'environment.control.GetEndpoints',
  'environment.control.GetLogsList',
  'environment.control.ReadLog',
  'environment.control.GetSumStat',
  'environment.deployment.GetDeployments',
  'environment.file.GetList',
  'environment.group.GetGroups',
  'environment.tracking.*',
] as const;

/** The roles every installation has. A role added here reaches existing installations at their next start. */
export const builtInRoles: readonly BuiltInRole[] = [
  {
    key: 'administrator',
    name: 'Administrator',
    summary: 'Everything, the desk itself included.',
    patterns: ['*'],
  },
  {
    key: 'member',
    name: 'Member',
    summary: 'Their own account, tokens of their own, and the marketplace list.',
    patterns: everyone,
  },
  {
    key: 'project-admin',
    name: 'Project Admin',
    summary: 'Everything in a project: create, run, deploy, move and delete.',
    patterns: ['environment.*', 'marketplace.*', 'users.account.*', 'users.authentication.*'],
  },
  {
    key: 'developer',
    name: 'Developer',
    summary: 'Run, configure and deploy; not create, move or delete environments.',
    patterns: [
      ...reading,
      'environment.control.StartEnv',
      'environment.control.StopEnv',
      'environment.control.SleepEnv',
      'environment.control.RestartNodes',
      'environment.control.SetEnvDisplayName',
      'environment.control.GetContainerEnvVars',
      'environment.control.AddContainerEnvVars',
      'environment.control.SetContainerEnvVars',
      'environment.control.RemoveContainerEnvVars',
      'environment.control.AddEnvProperty',
      'environment.control.ApplyEnvProperty',
      'environment.control.RemoveEnvProperty',
      'environment.control.AddEndpoint',
      'environment.control.EditEndpoint',
      'environment.control.RemoveEndpoint',
      'environment.control.ClearLog',
      'environment.deployment.*',
      'environment.file.*',
    ],
  },
  {
    key: 'viewer',
    name: 'Viewer',
    summary: 'Look at environments, deployments and logs.',
    patterns: reading,
  },
];
