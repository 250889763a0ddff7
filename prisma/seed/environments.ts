/** One thing that happens to an environment. `by` is a person's key or a token's key; times are minutes before now. */
export interface SeedChange {
  minutesAgo: number;
  by: string;
  does:
    | 'start'
    | 'stop'
    | 'sleep'
    | 'restart'
    | { deploy: string; context: string }
    | { upload: string; sizeKilobytes: number };
}

/** An environment, how it came to be, and what happened to it; the last day draws its history. */
export interface SeedEnvironment {
  name: string;
  displayName: string;
  project: string;
  createdDaysAgo: number;
  by: string;
  /** Node type and count, or an app of the marketplace. */
  from: { nodeType: string; count: number } | { app: string };
  variables?: Readonly<Record<string, string>>;
  changes: readonly SeedChange[];
}

const hour = 60;
const day = 24 * hour;

export const seedEnvironments: readonly SeedEnvironment[] = [
  {
    name: 'shop-production',
    displayName: 'Shop',
    project: 'shop',
    createdDaysAgo: 210,
    by: 'noor',
    from: { app: 'magento' },
    variables: { SHOP_CURRENCY: 'EUR', SHOP_QUEUE: 'orders' },
    changes: [
      { minutesAgo: 30 * day, by: 'gitlab', does: { upload: 'shop-1.41.0.war', sizeKilobytes: 96 } },
      { minutesAgo: 30 * day - 4, by: 'gitlab', does: { deploy: 'shop-1.41.0.war', context: 'ROOT' } },
      { minutesAgo: 6, by: 'gitlab', does: { upload: 'shop-1.42.0.war', sizeKilobytes: 98 } },
      { minutesAgo: 3, by: 'gitlab', does: { deploy: 'shop-1.42.0.war', context: 'ROOT' } },
    ],
  },
  {
    name: 'shop-staging',
    displayName: 'Shop, staging',
    project: 'shop',
    createdDaysAgo: 204,
    by: 'noor',
    from: { nodeType: 'nginxphp', count: 4 },
    variables: { SHOP_CURRENCY: 'EUR', SHOP_QUEUE: 'orders-staging' },
    changes: [
      { minutesAgo: 20 * hour, by: 'nightly', does: 'stop' },
      { minutesAgo: 12 * hour, by: 'tomasz', does: 'start' },
      { minutesAgo: 5 * hour, by: 'ines', does: 'restart' },
    ],
  },
  {
    name: 'shop-test-a',
    displayName: 'shop-test-a',
    project: 'shop',
    createdDaysAgo: 90,
    by: 'ines',
    from: { nodeType: 'nodejs', count: 2 },
    changes: [
      { minutesAgo: 21 * hour, by: 'nightly', does: 'stop' },
      { minutesAgo: 13 * hour, by: 'tomasz', does: 'start' },
      { minutesAgo: 45, by: 'nightly', does: 'stop' },
    ],
  },
  {
    name: 'shop-test-b',
    displayName: 'shop-test-b',
    project: 'shop',
    createdDaysAgo: 88,
    by: 'ines',
    from: { nodeType: 'nodejs', count: 2 },
    changes: [
      { minutesAgo: 15 * hour, by: 'tomasz', does: 'restart' },
      { minutesAgo: 7 * hour, by: 'noor', does: 'sleep' },
    ],
  },
  {
    name: 'shop-load',
    displayName: 'Load test rig',
    project: 'shop',
    createdDaysAgo: 61,
    by: 'ines',
    from: { nodeType: 'golang', count: 8 },
    changes: [{ minutesAgo: 22 * hour, by: 'tomasz', does: 'stop' }],
  },
  {
    name: 'billing-production',
    displayName: 'Billing',
    project: 'billing',
    createdDaysAgo: 190,
    by: 'noor',
    from: { nodeType: 'springboot', count: 5 },
    variables: { LEDGER_ROUNDING: 'half-even' },
    changes: [{ minutesAgo: 3 * day + 40, by: 'maven', does: 'restart' }],
  },
  {
    name: 'billing-staging',
    displayName: 'Billing, staging',
    project: 'billing',
    createdDaysAgo: 186,
    by: 'ines',
    from: { nodeType: 'springboot', count: 3 },
    changes: [
      { minutesAgo: 4 * day, by: 'maren', does: 'stop' },
      { minutesAgo: 17 * hour, by: 'noor', does: 'start' },
    ],
  },
  {
    name: 'billing-reports',
    displayName: 'Monthly reports',
    project: 'billing',
    createdDaysAgo: 120,
    by: 'noor',
    from: { nodeType: 'python', count: 2 },
    changes: [{ minutesAgo: 9 * hour, by: 'noor', does: 'sleep' }],
  },
  {
    name: 'docs-site-main',
    displayName: 'Documentation',
    project: 'docs-site',
    createdDaysAgo: 150,
    by: 'noor',
    from: { app: 'docs-site' },
    changes: [
      { minutesAgo: 5 * hour + 20, by: 'preview', does: { upload: 'docs-main-2217.zip', sizeKilobytes: 40 } },
      { minutesAgo: 5 * hour + 12, by: 'preview', does: { deploy: 'docs-main-2217.zip', context: 'ROOT' } },
    ],
  },
  {
    name: 'docs-site-pr-412',
    displayName: 'Preview of 412',
    project: 'docs-site',
    createdDaysAgo: 0.9,
    by: 'preview',
    from: { nodeType: 'nodejs', count: 1 },
    changes: [
      { minutesAgo: 10 * hour, by: 'tomasz', does: 'sleep' },
      { minutesAgo: 2 * hour, by: 'tomasz', does: 'start' },
    ],
  },
  {
    name: 'docs-site-pr-409',
    displayName: 'Preview of 409',
    project: 'docs-site',
    createdDaysAgo: 4,
    by: 'preview',
    from: { nodeType: 'nodejs', count: 1 },
    changes: [{ minutesAgo: 5 * hour, by: 'tomasz', does: 'sleep' }],
  },
  {
    name: 'docs-site-search',
    displayName: 'Search index',
    project: 'docs-site',
    createdDaysAgo: 33,
    by: 'noor',
    from: { nodeType: 'postgresql', count: 2 },
    changes: [
      { minutesAgo: 19 * hour, by: 'tomasz', does: 'stop' },
      { minutesAgo: 18 * hour, by: 'tomasz', does: 'start' },
    ],
  },
];
