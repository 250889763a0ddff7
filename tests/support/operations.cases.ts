import { expect } from 'vitest';
import { systemCall } from './desk';

/** How one operation is tried: what has to be there, what is sent, what comes back, and what a second call says. */
export interface OperationScenario {
  prepare: (envName: string) => Promise<Record<string, string | Buffer>>;
  expected: (envName: string) => Record<string, unknown>;
  again?: Record<string, unknown>;
  /** Where the token holds the permission; the project `shop` when absent. */
  contexts?: string[];
}

const onlyEnv = (envName: string) => Promise.resolve({ envName });
const nothing = () => Promise.resolve({});
const done = () => ({});
const containing = (members: Record<string, unknown>) => expect.objectContaining(members) as unknown;
const listing = (members: Record<string, unknown>) =>
  expect.arrayContaining([containing(members)]) as unknown;
const wrongStatus = { result: 2212 };
const archive = Buffer.from('PK, an archive');
const archiveName = (envName: string) => `${envName}.war`;

async function upload(envName: string): Promise<void> {
  const { uploadArchive } = await import('@/lib/services/platform/archives/upload-archive');
  await uploadArchive(systemCall(), {
    envName,
    destPath: archiveName(envName),
    file: new Uint8Array(archive),
  });
}

async function deploy(envName: string): Promise<void> {
  const { deployArchive } = await import('@/lib/services/platform/deployments/deploy-archive');
  await upload(envName);
  await deployArchive(systemCall(), { envName, fileName: archiveName(envName) });
}

async function stop(envName: string): Promise<void> {
  const { stopEnvironment } = await import('@/lib/services/platform/environments/stop-environment');
  await stopEnvironment(systemCall(), { envName });
}

async function setQueue(envName: string): Promise<void> {
  const { setVariables } = await import('@/lib/services/platform/settings/set-variables');
  const { applyProperties } = await import('@/lib/services/platform/settings/apply-properties');
  await setVariables(systemCall(), { envName, vars: { QUEUE: 'orders' } });
  await applyProperties(systemCall(), { envName, properties: { team: 'shop' } });
}

async function openPort(envName: string): Promise<string> {
  const { addEndpoint } = await import('@/lib/services/platform/endpoints/add-endpoint');
  const { id } = await addEndpoint(systemCall(), { envName, name: 'web', privatePort: 80, protocol: 'tcp' });
  return String(id);
}

const endpoint = { name: 'api', privatePort: '8080', protocol: 'udp' };
const path = '/var/log/run.log';

export const operationScenarios: Readonly<Record<string, OperationScenario>> = {
  'environment.control.GetEnvs': {
    prepare: nothing,
    expected: (envName) => ({ infos: listing({ env: containing({ envName }) }) }),
  },
  'environment.control.GetBasicEnvsInfo': {
    prepare: nothing,
    expected: (envName) => ({ infos: listing({ env: containing({ envName }) }) }),
  },
  'environment.control.GetEnvInfo': {
    prepare: onlyEnv,
    expected: (envName) => ({
      env: containing({ envName, shortdomain: envName, status: 1 }),
      nodes: listing({ id: 1, nodeType: 'nodejs', nodeGroup: 'cp' }),
      nodeGroups: listing({ name: 'cp' }),
      envGroups: ['shop'],
      right: expect.any(String) as unknown,
    }),
  },
  'environment.control.CreateEnvironment': {
    prepare: (envName) =>
      Promise.resolve({
        env: JSON.stringify({ shortdomain: `${envName}-x` }),
        nodes: '[{"nodeType":"tomcat","count":2}]',
        envGroups: 'shop',
      }),
    expected: (envName) => ({ response: containing({ env: containing({ envName: `${envName}-x` }) }) }),
    again: { result: 3, error: 'invalid parameter [env]' },
  },
  'environment.control.StartEnv': {
    prepare: async (envName) => (await stop(envName), { envName }),
    expected: done,
    again: wrongStatus,
  },
  'environment.control.StopEnv': { prepare: onlyEnv, expected: done, again: wrongStatus },
  'environment.control.SleepEnv': { prepare: onlyEnv, expected: done, again: wrongStatus },
  'environment.control.RestartNodes': {
    prepare: (envName) => Promise.resolve({ envName, nodeGroup: 'cp', nodeId: '1' }),
    expected: done,
  },
  'environment.control.CloneEnv': {
    prepare: (envName) => Promise.resolve({ srcEnvName: envName, dstEnvName: `${envName}-c` }),
    expected: (envName) => ({ response: containing({ env: containing({ envName: `${envName}-c` }) }) }),
    again: { result: 3, error: 'invalid parameter [dstEnvName]' },
  },
  'environment.control.SetEnvDisplayName': {
    prepare: (envName) => Promise.resolve({ envName, displayName: 'Laden, Straße 5' }),
    expected: done,
  },
  'environment.control.SetEnvGroup': {
    prepare: (envName) => Promise.resolve({ envName, envGroup: 'annex' }),
    expected: done,
    again: { result: 3, error: 'invalid parameter [envGroup]' },
    contexts: ['project:shop', 'project:annex'],
  },
  'environment.control.DeleteEnv': { prepare: onlyEnv, expected: done, again: { result: 11 } },
  'environment.control.GetSumStat': {
    prepare: (envName) => Promise.resolve({ envName, duration: '3600' }),
    expected: () => ({ stats: containing({ stoppedSeconds: 0 }) }),
  },
  'environment.control.GetContainerEnvVars': {
    prepare: async (envName) => (await setQueue(envName), { envName }),
    expected: () => ({ object: { QUEUE: 'orders' } }),
  },
  'environment.control.AddContainerEnvVars': {
    prepare: (envName) => Promise.resolve({ envName, vars: '{"NEW":"1"}' }),
    expected: done,
    again: { result: 3, error: 'invalid parameter [vars]' },
  },
  'environment.control.SetContainerEnvVars': {
    prepare: (envName) => Promise.resolve({ envName, vars: '{"ONLY":"1"}' }),
    expected: done,
  },
  'environment.control.RemoveContainerEnvVars': {
    prepare: async (envName) => (await setQueue(envName), { envName, vars: '["QUEUE"]' }),
    expected: done,
    again: { result: 5 },
  },
  'environment.control.GetEnvProperty': {
    prepare: async (envName) => (await setQueue(envName), { envName, propertyKeys: 'team,none' }),
    expected: () => ({ object: { team: 'shop' } }),
  },
  'environment.control.AddEnvProperty': {
    prepare: (envName) => Promise.resolve({ envName, properties: '{"a.b":"1"}' }),
    expected: done,
    again: { result: 3, error: 'invalid parameter [properties]' },
  },
  'environment.control.ApplyEnvProperty': {
    prepare: (envName) => Promise.resolve({ envName, properties: '{"a":"1"}' }),
    expected: done,
  },
  'environment.control.RemoveEnvProperty': {
    prepare: async (envName) => (await setQueue(envName), { envName, propertyKeys: 'team' }),
    expected: done,
    again: { result: 5 },
  },
  'environment.control.GetEndpoints': {
    prepare: async (envName) => (await openPort(envName), { envName }),
    expected: () => ({ array: listing({ name: 'web', privatePort: 80, protocol: 'TCP' }) }),
  },
  'environment.control.AddEndpoint': {
    prepare: (envName) => Promise.resolve({ envName, ...endpoint }),
    expected: () => ({ object: containing({ name: 'api', protocol: 'UDP' }) }),
    again: { result: 3, error: 'invalid parameter [name]' },
  },
  'environment.control.EditEndpoint': {
    prepare: async (envName) => ({ envName, id: await openPort(envName), ...endpoint }),
    expected: () => ({ object: containing({ name: 'api', privatePort: 8080 }) }),
  },
  'environment.control.RemoveEndpoint': {
    prepare: async (envName) => ({ envName, id: await openPort(envName) }),
    expected: done,
    again: { result: 5 },
  },
  'environment.control.GetLogsList': {
    prepare: onlyEnv,
    expected: () => ({ array: listing({ name: 'run.log', path, lineCount: 1 }) }),
  },
  'environment.control.ReadLog': {
    prepare: (envName) => Promise.resolve({ envName, path, count: '1' }),
    expected: () => ({
      body: expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d Created\. By the system\.\n$/) as unknown,
    }),
  },
  'environment.control.ClearLog': {
    prepare: (envName) => Promise.resolve({ envName, path }),
    expected: done,
    again: { result: 5 },
  },
  'environment.control.GetTemplates': {
    prepare: nothing,
    expected: () => ({ array: listing({ nodeType: 'nodejs' }) }),
  },
  'environment.control.GetRegions': {
    prepare: nothing,
    expected: () => ({ array: listing({ name: 'default' }) }),
  },
  'environment.deployment.GetDeployments': {
    prepare: async (envName) => (await deploy(envName), { envName, nodeGroup: 'cp' }),
    expected: (envName) => ({
      array: listing({ context: 'ROOT', archiveName: archiveName(envName), size: archive.length }),
    }),
  },
  'environment.deployment.DeployArchive': {
    prepare: async (envName) => (
      await upload(envName),
      { envName, fileName: archiveName(envName), context: 'shop' }
    ),
    expected: done,
  },
  'environment.deployment.RenameContext': {
    prepare: async (envName) => (await deploy(envName), { envName, oldContext: 'ROOT', newContext: 'next' }),
    expected: done,
    again: { result: 5 },
  },
  'environment.deployment.Undeploy': {
    prepare: async (envName) => (await deploy(envName), { envName, context: 'ROOT' }),
    expected: done,
    again: { result: 5 },
  },
  'environment.file.GetList': {
    prepare: async (envName) => (await upload(envName), { envName }),
    expected: (envName) => ({ array: listing({ name: archiveName(envName) }) }),
  },
  'environment.file.Upload': {
    prepare: (envName) => Promise.resolve({ envName, destPath: archiveName(envName), file: archive }),
    expected: (envName) => ({ file: containing({ name: archiveName(envName), size: archive.length }) }),
    again: { result: 3, error: 'invalid parameter [destPath]' },
  },
  'environment.file.Delete': {
    prepare: async (envName) => (await upload(envName), { envName, path: archiveName(envName) }),
    expected: done,
    again: { result: 5 },
  },
  'environment.group.GetGroups': {
    prepare: nothing,
    expected: () => ({ array: [containing({ name: 'shop' })] }),
  },
  'environment.tracking.GetCurrentActions': {
    prepare: nothing,
    expected: (envName) => ({ array: listing({ envName, action: 'environment.created' }) }),
  },
  'environment.tracking.SearchActions': {
    prepare: (envName) => Promise.resolve({ search: JSON.stringify({ envName, resultCount: 5 }) }),
    expected: (envName) => ({ array: [containing({ envName, action: 'environment.created' })] }),
  },
  'environment.tracking.GetAction': {
    prepare: async (envName) => {
      const { searchActions } = await import('@/lib/services/platform/actions/search-actions');
      const [action] = await searchActions(systemCall(), { search: { envName } });
      return { id: String(action?.id ?? 0) };
    },
    expected: (envName) => ({ object: containing({ envName }) }),
  },
  'marketplace.app.GetCategories': {
    prepare: nothing,
    expected: () => ({ array: listing({ id: 'content' }) }),
  },
  'marketplace.app.GetList': {
    prepare: () => Promise.resolve({ search: 'wordPRESS' }),
    expected: () => ({ apps: [containing({ id: 'wordpress' })] }),
  },
  'marketplace.app.GetAppInfo': {
    prepare: () => Promise.resolve({ id: 'ghost' }),
    expected: () => ({ app: containing({ id: 'ghost' }) }),
  },
  'marketplace.app.Install': {
    prepare: (envName) => Promise.resolve({ id: 'ghost', envName: `${envName}-i`, envGroups: 'shop' }),
    expected: (envName) => ({ env: containing({ envName: `${envName}-i` }) }),
    again: { result: 3, error: 'invalid parameter [envName]' },
  },
  'marketplace.favorite.GetList': { prepare: nothing, expected: () => ({ apps: [] }) },
  'marketplace.favorite.Add': {
    prepare: () => Promise.resolve({ id: 'ghost' }),
    expected: done,
    again: { result: 0 },
  },
  'marketplace.favorite.Delete': {
    prepare: () => Promise.resolve({ id: 'ghost' }),
    expected: done,
    again: { result: 0 },
  },
  'users.account.GetUserInfo': {
    prepare: nothing,
    expected: () => ({
      name: 'Ines Caldeira',
      email: expect.stringContaining('@') as unknown,
      uid: expect.any(Number) as unknown,
    }),
  },
  'users.account.GetPermissions': {
    prepare: nothing,
    expected: () => ({ array: [{ permission: 'users.account.GetPermissions', contexts: ['project:shop'] }] }),
  },
};
