/** A value for each parameter of the sample platform, which its catalog does not give. */
const examples: Readonly<Record<string, string>> = {
  envName: 'my-project',
  srcEnvName: 'my-project',
  dstEnvName: 'my-project-copy',
  env: '{"shortdomain":"my-project-two"}',
  nodes: '[{"nodeType":"nodejs","count":2}]',
  envGroups: 'sample',
  envGroup: 'sample',
  duration: '86400',
  vars: '{"QUEUE":"orders"}',
  properties: '{"team":"shop"}',
  propertyKeys: 'team',
  name: 'web',
  privatePort: '8080',
  protocol: 'TCP',
  path: '/var/log/run.log',
  fileName: 'shop-1.4.0.war',
  destPath: 'shop-1.4.0.war',
  file: 'shop-1.4.0.war',
  context: 'ROOT',
  oldContext: 'ROOT',
  newContext: 'shop',
  search: '{"envName":"my-project"}',
  id: '4',
};

/** Where a name means something else in one operation. */
const exceptions: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'environment.control.RemoveContainerEnvVars': { vars: '["QUEUE"]' },
  'environment.file.Delete': { path: 'shop-1.4.0.war' },
};

/** What the samples show for a parameter that has no example of its own. */
export function parameterExample(operationId: string, name: string): string {
  return exceptions[operationId]?.[name] ?? examples[name] ?? `some-${name.toLowerCase()}`;
}
