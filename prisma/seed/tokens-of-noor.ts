import { cloning, configuring, deploying, powering, probing, shelf, stopping, tracking, watching } from './operations';
import type { SeedToken } from './tokens';

const noor = 'noor';
const hour = 60;
const day = 24 * hour;

/** The administrator's own: in every state that a token of hers can be in. */
export const noorTokens: readonly SeedToken[] = [
  { owner: noor, description: 'For Pavel: restore the shop backup', access: { 'project:shop': ['environment.file.Upload', 'environment.deployment.DeployArchive', 'environment.control.GetEnvInfo'] }, createdDaysAgo: 2, endsInDays: 2 },
  { owner: noor, key: 'nightly', description: 'Nightly stop of test environments', access: { 'project:shop': stopping }, createdDaysAgo: 86, endsInDays: 4, used: [45, '10.20.4.17', 'curl/8.9.1'] },
  { owner: noor, description: 'Release notes bot', access: { 'project:shop': [...tracking, 'environment.deployment.GetDeployments', 'environment.control.GetEnvInfo'] }, createdDaysAgo: 82, endsInDays: 8, used: [41, '10.20.4.9', 'python-requests/2.32.3'] },
  { owner: noor, key: 'gitlab', description: 'GitLab CI, shop deploys', access: { 'project:shop': deploying }, createdDaysAgo: 63, endsInDays: 27, used: [3, '10.20.4.31', 'GitLab-Runner/18.5.0'] },
  { owner: noor, description: 'Terraform provider', access: 'full', createdDaysAgo: 38, endsInDays: 54, used: [6 * hour, '10.20.7.2', 'terraform-provider-tokendesk/0.9.1'], isOutOfUrls: true },
  { owner: noor, key: 'preview', description: 'Preview environments, docs-site', access: { 'project:docs-site': 'Extended Access' }, createdDaysAgo: 160, endsInDays: 72, used: [5 * hour, '10.20.4.31', 'GitLab-Runner/18.5.0'] },
  { owner: noor, key: 'maven', description: 'Maven release, billing', access: { 'project:billing': [...deploying, 'environment.control.GetEnvs'] }, createdDaysAgo: 170, endsInDays: 90, used: [3 * day, '10.20.4.40', 'Apache-Maven/3.9.9 (Java 21.0.4)'] },
  { owner: noor, description: 'Load test rig', access: { 'project:shop': powering }, createdDaysAgo: 86, endsInDays: 98, used: [41 * day, '10.20.9.3', 'k6/0.54.0'] },
  { owner: noor, description: 'IntelliJ on the work laptop', access: { global: 'IDE Plugins' }, createdDaysAgo: 69, endsInDays: 129, used: [18, '10.20.1.55', 'IntelliJ IDEA/2026.2.3'] },
  { owner: noor, description: 'Marketplace importer', access: { global: 'Marketplace' }, createdDaysAgo: 184, endsInDays: 181, used: [3 * day, '10.20.4.12', 'node'] },
  { owner: noor, description: 'Uptime probe', access: { global: probing }, createdDaysAgo: 144, endsInDays: 221, used: [1, '10.20.2.8', 'blackbox-exporter/0.25.0'] },
  { owner: noor, description: 'Grafana exporter', access: { global: watching }, createdDaysAgo: 657, endsInDays: null, used: [1, '10.20.2.9', 'grafana-agent/0.43.4'] },
  { owner: noor, description: 'Emergency access, in the safe', access: 'full', createdDaysAgo: 315, endsInDays: null, isOutOfUrls: true },
  { owner: noor, description: 'Old Jenkins on build-03', access: { global: 'Extended Access' }, createdDaysAgo: 386, endsInDays: -21, used: [22 * day, '10.20.4.3', 'Jenkins/2.462.2'] },
  { owner: noor, description: 'Workshop in Ghent, attendees', access: { global: 'Marketplace' }, createdDaysAgo: 48, endsInDays: -44, used: [44 * day, '192.0.2.77', 'Mozilla/5.0 (X11; Linux x86_64) Firefox/131.0'] },
  { owner: noor, description: 'Configuration sync, shop and billing', access: { 'project:shop': configuring, 'project:billing': configuring }, createdDaysAgo: 75, endsInDays: 105, used: [9 * hour, '10.20.4.18', 'ansible-httpget'] },
  { owner: noor, description: 'Dashboard in the hallway', access: { global: ['environment.control.GetEnvs', 'environment.control.GetEnvInfo', 'environment.group.GetGroups'], 'project:shop': ['environment.control.GetSumStat'] }, createdDaysAgo: 201, endsInDays: 164, used: [2, '10.20.1.90', 'Mozilla/5.0 (SMART-TV; Linux) Chrome/126.0'] },
  { owner: noor, description: 'Audit export to the archive', access: { global: tracking }, createdDaysAgo: 130, endsInDays: 235, used: [21 * hour, '10.20.5.5', 'rclone/v1.68.1'] },
  { owner: noor, description: 'Clone staging every Monday', access: { 'project:shop': cloning }, createdDaysAgo: 55, endsInDays: 35, used: [6 * day, '10.20.4.17', 'curl/8.9.1'] },
  { owner: noor, description: 'Chat bot, /start and /stop', access: { global: powering }, createdDaysAgo: 20, endsInDays: 70, used: [52, '10.20.6.14', 'Bolt/3.22.0'] },
  { owner: noor, description: 'Maven Plugin, docs samples', access: { 'project:docs-site': 'Maven Plugin' }, createdDaysAgo: 44, endsInDays: 136, used: [11 * day, '10.20.4.40', 'Apache-Maven/3.9.9 (Java 21.0.4)'] },
  { owner: noor, description: 'Backup verifier', access: { global: ['environment.file.GetList', 'environment.deployment.GetDeployments', ...probing] }, createdDaysAgo: 15, endsInDays: 350, used: [8 * hour, '10.20.5.6', 'Go-http-client/2.0'] },
  { owner: noor, description: 'Status page', access: { 'project:shop': probing, 'project:billing': probing, 'project:docs-site': probing }, createdDaysAgo: 95, endsInDays: 9, used: [4, '203.0.113.40', 'statuspage/4.1'] },
  { owner: noor, description: 'Phone shortcut: stop shop-test-a', access: { 'project:shop': ['environment.control.StopEnv'] }, createdDaysAgo: 28, endsInDays: 62, used: [20 * day, '198.51.100.23', 'Shortcuts/1.0 CFNetwork/1568'] },
  { owner: noor, description: 'Contractor, summer catalogue', access: { 'project:shop': shelf }, createdDaysAgo: 150, endsInDays: -60, used: [75 * day, '198.51.100.88', 'PostmanRuntime/7.42.0'] },
  { owner: noor, description: 'Second build machine, not wired yet', access: { 'project:shop': deploying }, createdDaysAgo: 1, endsInDays: 89 },
];
