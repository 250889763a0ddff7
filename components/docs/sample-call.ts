import type { Operation } from '@/lib/domain/catalog';

/** A value for each parameter that the samples show. */
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
  context: 'ROOT',
  oldContext: 'ROOT',
  newContext: 'shop',
  search: '{"envName":"my-project"}',
};

/** Where a name means something else in one operation. */
const exceptions: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'environment.control.RemoveContainerEnvVars': { vars: '["QUEUE"]' },
  'environment.control.EditEndpoint': { id: '1' },
  'environment.control.RemoveEndpoint': { id: '1' },
  'environment.file.Delete': { path: 'shop-1.4.0.war' },
  'environment.tracking.GetAction': { id: '1' },
};

/** The path of an operation: `/1.0/<service>/<component>/rest/<method>`, lower case as clients write it. */
export function pathOf(code: string): string {
  const [service, component, method] = code.toLowerCase().split('.');
  return `/1.0/${service}/${component}/rest/${method}`;
}

/** A command that calls an operation with its required parameters, the token in a header and taken from a variable. */
export function sampleCall(operation: Operation, origin: string): string {
  const given = operation.parameters
    .filter((parameter) => parameter.isRequired)
    .map(({ name }) => ({ name, value: exceptions[operation.code]?.[name] ?? examples[name] ?? 'wordpress' }));
  const isUpload = given.some(({ name }) => name === 'file');
  const flags = given.map(({ name, value }) => {
    if (name === 'file') return `--form 'file=@shop-1.4.0.war'`;
    return isUpload ? `--form '${name}=${value}'` : `--data-urlencode '${name}=${value}'`;
  });
  const lines = [`curl '${origin}${pathOf(operation.code)}'`, `--header "Authorization: Bearer $TOKEN"`, ...flags];
  return lines.join(' \\\n  ');
}
