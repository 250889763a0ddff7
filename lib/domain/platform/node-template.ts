/** A kind of node the sample platform can run. */
export interface NodeTemplate {
  nodeType: string;
  name: string;
  tag: string;
}

/** What GetTemplates lists, and what `nodeType` may be. */
export const nodeTemplates = [
  { nodeType: 'nodejs', name: 'Node.js', tag: '22' },
  { nodeType: 'apache', name: 'Apache PHP', tag: '8.4' },
  { nodeType: 'nginxphp', name: 'NGINX PHP', tag: '8.4' },
  { nodeType: 'tomcat', name: 'Tomcat', tag: '11' },
  { nodeType: 'springboot', name: 'Spring Boot', tag: '3' },
  { nodeType: 'python', name: 'Apache Python', tag: '3.13' },
  { nodeType: 'golang', name: 'Golang', tag: '1.25' },
  { nodeType: 'ruby', name: 'NGINX Ruby', tag: '3.4' },
  { nodeType: 'postgresql', name: 'PostgreSQL', tag: '17' },
  { nodeType: 'mariadb', name: 'MariaDB', tag: '11' },
  { nodeType: 'redis', name: 'Redis', tag: '8' },
  { nodeType: 'docker', name: 'Custom container', tag: 'latest' },
] as const satisfies readonly NodeTemplate[];

/** What GetRegions lists. The sample platform has one region. */
export const regions = [
  {
    id: 1,
    name: 'default',
    displayName: 'This desk',
    isEnabled: true,
    hardNodeGroups: [{ id: 1, uniqueName: 'default_hn_group', displayName: 'Sample nodes', isEnabled: true }],
  },
] as const;
