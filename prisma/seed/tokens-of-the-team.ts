import { cloning, configuring, deploying, powering, probing, shelf, tracking, watching } from './operations';
import type { SeedToken } from './tokens';
import { tokensOfMaren } from './tokens-of-maren';

const hour = 60;
const day = 24 * hour;

const ines: readonly Omit<SeedToken, 'owner'>[] = [
  {
    description: 'Shop releases',
    access: { 'project:shop': deploying },
    createdDaysAgo: 58,
    endsInDays: 32,
    used: [4 * hour, '10.20.4.31', 'GitLab-Runner/18.5.0'],
  },
  {
    description: 'Billing releases',
    access: { 'project:billing': deploying },
    createdDaysAgo: 70,
    endsInDays: 110,
    used: [13 * day, '10.20.4.31', 'GitLab-Runner/18.5.0'],
  },
  {
    description: 'Billing, start and stop',
    access: { 'project:billing': powering },
    createdDaysAgo: 66,
    endsInDays: 24,
    used: [14 * day, '10.20.1.61', 'curl/8.9.1'],
  },
  {
    description: 'Both projects, one script',
    access: { 'project:shop': cloning, 'project:billing': cloning },
    createdDaysAgo: 40,
    endsInDays: 140,
    used: [2 * day, '10.20.1.61', 'python-requests/2.32.3'],
  },
  {
    description: 'WebStorm',
    access: { 'project:shop': 'IDE Plugins' },
    createdDaysAgo: 33,
    endsInDays: 147,
    used: [25, '10.20.1.61', 'WebStorm/2026.2.1'],
  },
  {
    description: 'Everything, for the weekend on call',
    access: 'full',
    createdDaysAgo: 2,
    endsInDays: 3,
    used: [10 * hour, '198.51.100.12', 'curl/8.7.1'],
  },
  {
    description: 'Marketplace, shop',
    access: { 'project:shop': 'Marketplace' },
    createdDaysAgo: 101,
    endsInDays: 79,
    used: [30 * day, '10.20.1.61', 'node'],
  },
  {
    description: 'Translation import',
    access: { 'project:shop': configuring },
    createdDaysAgo: 12,
    endsInDays: 78,
    used: [3 * hour, '10.20.8.4', 'okhttp/4.12.0'],
  },
  {
    description: 'Price list upload',
    access: {
      'project:shop': ['environment.file.Upload', 'environment.file.GetList', 'environment.file.Delete'],
    },
    createdDaysAgo: 140,
    endsInDays: 6,
    used: [1 * day, '10.20.8.9', 'Java-http-client/21.0.4'],
  },
  {
    description: 'Black Friday rehearsal',
    access: { 'project:shop': [...powering, ...cloning] },
    createdDaysAgo: 30,
    endsInDays: -9,
    used: [10 * day, '10.20.9.3', 'k6/0.54.0'],
  },
  {
    description: 'Old laptop',
    access: { 'project:shop': 'IDE Plugins' },
    createdDaysAgo: 400,
    endsInDays: -120,
    used: [125 * day, '10.20.1.44', 'WebStorm/2025.3'],
  },
  {
    description: 'Order metrics',
    access: { 'project:shop': watching },
    createdDaysAgo: 220,
    endsInDays: null,
    used: [1, '10.20.2.9', 'prometheus/2.54.1'],
  },
  {
    description: 'Invoice archive',
    access: { 'project:billing': ['environment.file.GetList', 'environment.file.Upload'] },
    createdDaysAgo: 90,
    endsInDays: 275,
    used: [15 * day, '10.20.5.5', 'rclone/v1.68.1'],
  },
  {
    description: 'Trial of the new client',
    access: { 'project:shop': probing },
    createdDaysAgo: 5,
    endsInDays: 25,
  },
  {
    description: 'Agency, read only',
    access: { 'project:shop': [...watching, ...tracking] },
    createdDaysAgo: 18,
    endsInDays: 12,
    used: [7 * day, '203.0.113.9', 'PostmanRuntime/7.42.0'],
  },
  {
    description: 'Runbook buttons',
    access: { 'project:shop': powering, global: shelf },
    createdDaysAgo: 50,
    endsInDays: 130,
    used: [16 * hour, '10.20.6.14', 'Bolt/3.22.0'],
  },
];

const tomasz: readonly Omit<SeedToken, 'owner'>[] = [
  {
    description: 'Shell aliases',
    access: { 'project:shop': powering, 'project:docs-site': powering },
    createdDaysAgo: 47,
    endsInDays: 43,
    used: [90, '10.20.1.72', 'curl/8.9.1'],
  },
  {
    description: 'VS Code',
    access: { 'project:shop': 'IDE Plugins' },
    createdDaysAgo: 120,
    endsInDays: 60,
    used: [12, '10.20.1.72', 'Code/1.95.0'],
  },
  {
    description: 'Docs preview clean-up',
    access: {
      'project:docs-site': [
        'environment.control.SleepEnv',
        'environment.control.GetEnvs',
        'environment.control.GetEnvInfo',
      ],
    },
    createdDaysAgo: 77,
    endsInDays: 103,
    used: [5 * hour, '10.20.4.31', 'GitLab-Runner/18.5.0'],
  },
  {
    description: 'Docs deploys',
    access: { 'project:docs-site': 'Maven Plugin' },
    createdDaysAgo: 64,
    endsInDays: 26,
    used: [1 * day, '10.20.4.31', 'GitLab-Runner/18.5.0'],
  },
  {
    description: 'Log tail on the second screen',
    access: { 'project:shop': ['environment.control.GetLogsList', 'environment.control.ReadLog'] },
    createdDaysAgo: 21,
    endsInDays: 9,
    used: [30, '10.20.1.72', 'node'],
  },
  {
    description: 'Full, while migrating',
    access: 'full',
    createdDaysAgo: 9,
    endsInDays: 21,
    used: [2 * day, '10.20.1.72', 'python-httpx/0.27.2'],
  },
  {
    description: 'Load generator',
    access: { 'project:shop': ['environment.control.GetEnvInfo', 'environment.control.GetEnvs'] },
    createdDaysAgo: 61,
    endsInDays: -1,
    used: [22 * hour, '10.20.9.3', 'k6/0.54.0'],
  },
  {
    description: 'Hackathon',
    access: { 'project:docs-site': 'Extended Access' },
    createdDaysAgo: 100,
    endsInDays: -70,
  },
  {
    description: 'Link checker',
    access: { 'project:docs-site': [...probing, 'environment.deployment.GetDeployments'] },
    createdDaysAgo: 180,
    endsInDays: 185,
    used: [6 * hour, '10.20.4.22', 'lychee/0.16.1'],
  },
  {
    description: 'Search index rebuild',
    access: { 'project:docs-site': ['environment.control.RestartNodes', 'environment.control.GetEnvInfo'] },
    createdDaysAgo: 31,
    endsInDays: 5,
    used: [18 * hour, '10.20.4.22', 'curl/8.9.1'],
  },
  {
    description: 'Settings of the staging shop',
    access: { 'project:shop': configuring },
    createdDaysAgo: 14,
    endsInDays: 76,
  },
  {
    description: 'Weekly numbers',
    access: {
      'project:shop': ['environment.control.GetSumStat', ...probing],
      'project:docs-site': ['environment.control.GetSumStat', ...probing],
    },
    createdDaysAgo: 52,
    endsInDays: null,
    used: [4 * day, '10.20.1.72', 'python-requests/2.32.3'],
  },
  {
    description: 'Thesis of an intern',
    access: { 'project:docs-site': watching },
    createdDaysAgo: 130,
    endsInDays: -30,
    used: [33 * day, '10.20.1.99', 'python-requests/2.31.0'],
  },
];

const owned = (owner: string, tokens: readonly Omit<SeedToken, 'owner'>[]) =>
  tokens.map((token) => ({ owner, ...token }));

/** The others' tokens: narrowed since Ines lost billing, dead since Maren is blocked. */
export const teamTokens: readonly SeedToken[] = [
  ...owned('ines', ines),
  ...owned('tomasz', tomasz),
  ...owned('maren', tokensOfMaren),
];
