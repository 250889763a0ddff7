// Short names for lists of operations that several sample tokens hold.
const control = (...operations: string[]) =>
  operations.map((operation) => `environment.control.${operation}`);

export const watching = control('GetEnvs', 'GetEnvInfo', 'GetSumStat', 'GetLogsList', 'ReadLog');
export const probing = control('GetBasicEnvsInfo');
export const stopping = control('StopEnv', 'GetEnvInfo');
export const powering = control('StartEnv', 'StopEnv', 'SleepEnv', 'RestartNodes', 'GetEnvs', 'GetEnvInfo');
export const cloning = control('CloneEnv', 'DeleteEnv', 'GetEnvInfo', 'SetEnvDisplayName');
export const deploying = [
  ...control('GetEnvInfo', 'RestartNodes', 'ReadLog', 'GetLogsList', 'StartEnv'),
  'environment.deployment.DeployArchive',
  'environment.deployment.GetDeployments',
  'environment.deployment.Undeploy',
  'environment.file.Upload',
  'environment.file.GetList',
  'environment.file.Delete',
];
export const configuring = control(
  'GetContainerEnvVars',
  'AddContainerEnvVars',
  'SetContainerEnvVars',
  'RemoveContainerEnvVars',
);
export const tracking = [
  'environment.tracking.GetCurrentActions',
  'environment.tracking.SearchActions',
  'environment.tracking.GetAction',
];
export const shelf = [
  'marketplace.app.GetList',
  'marketplace.app.GetAppInfo',
  'marketplace.app.GetCategories',
];
