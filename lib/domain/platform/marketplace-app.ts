import { z } from 'zod';
import { projectKeySchema } from '@/lib/domain/context';
import { plainTextSchema } from '@/lib/domain/text';
import { environmentNameSchema } from './environment';

/** Something the marketplace offers: installing it makes an environment of `nodeCount` nodes of `template`. */
export interface MarketplaceApp {
  id: string;
  name: string;
  category: string;
  description: string;
  template: string;
  nodeCount: number;
}

export const marketplaceCategories = [
  { id: 'content', name: 'Content management' },
  { id: 'commerce', name: 'E-commerce' },
  { id: 'devops', name: 'Dev and admin tools' },
  { id: 'storage', name: 'Storage and databases' },
] as const;

/** The marketplace of the sample platform, in the order it is listed. */
export const marketplaceApps: readonly MarketplaceApp[] = [
  {
    id: 'wordpress',
    name: 'WordPress',
    category: 'content',
    template: 'nginxphp',
    nodeCount: 2,
    description: 'Web site and blog with a database.',
  },
  {
    id: 'ghost',
    name: 'Ghost',
    category: 'content',
    template: 'nodejs',
    nodeCount: 1,
    description: 'Publishing for newsletters and magazines.',
  },
  {
    id: 'drupal',
    name: 'Drupal',
    category: 'content',
    template: 'apache',
    nodeCount: 2,
    description: 'Content management for larger sites.',
  },
  {
    id: 'docs-site',
    name: 'Documentation site',
    category: 'content',
    template: 'nodejs',
    nodeCount: 1,
    description: 'Static documentation, built from a repository.',
  },
  {
    id: 'magento',
    name: 'Magento',
    category: 'commerce',
    template: 'nginxphp',
    nodeCount: 5,
    description: 'Shop with search, cache and database.',
  },
  {
    id: 'prestashop',
    name: 'PrestaShop',
    category: 'commerce',
    template: 'apache',
    nodeCount: 2,
    description: 'Shop for small catalogues.',
  },
  {
    id: 'gitlab',
    name: 'GitLab',
    category: 'devops',
    template: 'docker',
    nodeCount: 4,
    description: 'Repositories, reviews and pipelines.',
  },
  {
    id: 'jenkins',
    name: 'Jenkins',
    category: 'devops',
    template: 'tomcat',
    nodeCount: 2,
    description: 'Builds with controller and worker.',
  },
  {
    id: 'grafana',
    name: 'Grafana',
    category: 'devops',
    template: 'golang',
    nodeCount: 1,
    description: 'Dashboards over metrics and logs.',
  },
  {
    id: 'nextcloud',
    name: 'Nextcloud',
    category: 'storage',
    template: 'nginxphp',
    nodeCount: 3,
    description: 'Files, calendars and contacts.',
  },
  {
    id: 'postgresql-cluster',
    name: 'PostgreSQL cluster',
    category: 'storage',
    template: 'postgresql',
    nodeCount: 3,
    description: 'Primary with two replicas.',
  },
  {
    id: 'redis-cluster',
    name: 'Redis cluster',
    category: 'storage',
    template: 'redis',
    nodeCount: 6,
    description: 'Three shards with replicas.',
  },
];

export const appIdSchema = z
  .string({ error: 'The id of the app is missing.' })
  .regex(/^[a-z0-9-]{1,60}$/, { error: 'That is not the id of an app.' });

export const onAppSchema = z.object({ id: appIdSchema });

/** GetList of apps and of favourites: `search` narrows to a text in name or description. */
export const searchAppsSchema = z.object({ search: plainTextSchema('The search', 80).optional() });

export const installAppSchema = z.object({
  id: appIdSchema,
  envName: environmentNameSchema,
  displayName: plainTextSchema('The display name', 80).optional(),
  envGroups: projectKeySchema,
});

/** The apps whose name or description has the text, in any case. */
export function searchApps(apps: readonly MarketplaceApp[], search: string | undefined): MarketplaceApp[] {
  const wanted = (search ?? '').toLocaleLowerCase('en');
  return apps.filter((app) => `${app.name} ${app.description}`.toLocaleLowerCase('en').includes(wanted));
}
