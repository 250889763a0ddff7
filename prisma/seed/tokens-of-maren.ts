import { configuring, deploying, powering, tracking, watching } from './operations';
import type { SeedToken } from './tokens';

const day = 24 * 60;

/** Her tokens are dead: she is blocked. */
export const tokensOfMaren: readonly Omit<SeedToken, 'owner'>[] = [
  {
    description: 'Billing builds',
    access: { 'project:billing': deploying },
    createdDaysAgo: 110,
    endsInDays: 70,
    used: [4 * day, '10.20.4.40', 'Apache-Maven/3.9.9 (Java 21.0.4)'],
  },
  {
    description: 'Ledger checks',
    access: { 'project:billing': watching },
    createdDaysAgo: 160,
    endsInDays: null,
    used: [4 * day, '10.20.2.9', 'prometheus/2.54.1'],
  },
  {
    description: 'Eclipse',
    access: { 'project:billing': 'IDE Plugins' },
    createdDaysAgo: 95,
    endsInDays: 85,
    used: [5 * day, '10.20.1.80', 'Eclipse/4.33'],
  },
  {
    description: 'Month-end restart',
    access: { 'project:billing': powering },
    createdDaysAgo: 45,
    endsInDays: 7,
    used: [21 * day, '10.20.4.17', 'curl/8.9.1'],
  },
  {
    description: 'Rounding experiment',
    access: { 'project:billing': configuring },
    createdDaysAgo: 60,
    endsInDays: -15,
    used: [19 * day, '10.20.1.80', 'node'],
  },
  { description: 'Reports', access: { 'project:billing': tracking }, createdDaysAgo: 8, endsInDays: 82 },
];
