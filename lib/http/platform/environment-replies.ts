import type { Deployment, Archive } from '@/lib/domain/platform/archive';
import type { Endpoint } from '@/lib/domain/platform/endpoint';
import { contextOf, environmentUrl, type Environment } from '@/lib/domain/platform/environment';
import type { LogFile } from '@/lib/domain/platform/environment-log';
import { marketplaceApps } from '@/lib/domain/platform/marketplace-app';
import { nodeTemplates } from '@/lib/domain/platform/node-template';
import { wireTime } from '@/lib/domain/virtuozzo/wire-time';

const statusNumbers = { running: 1, stopped: 2, sleeping: 4 } as const;

function nodeTypeOf(template: string): string {
  return marketplaceApps.find((app) => app.id === template)?.template ?? template;
}

function domainOf(environment: Environment): string {
  return environmentUrl(environment.name).slice('https://'.length);
}

/** `env` of 04-wire §2. */
export function envReply(environment: Environment) {
  return {
    envName: environment.name,
    shortdomain: environment.name,
    domain: domainOf(environment),
    displayName: environment.displayName,
    status: statusNumbers[environment.status],
    hardwareNodeGroup: 'default_hn_group',
    sslstate: true,
    ishaenabled: false,
    extdomains: [],
    createdOn: wireTime(environment.createdAt),
  };
}

/** One entry of GetEnvs, and the whole of GetEnvInfo. */
export function envInfoReply(environment: Environment) {
  const nodeType = nodeTypeOf(environment.template);
  const name = nodeTemplates.find((template) => template.nodeType === nodeType)?.name ?? nodeType;
  const nodes = Array.from({ length: environment.nodeCount }, (_, index) => ({
    id: index + 1,
    intIP: `10.100.0.${index + 1}`,
    nodeType,
    nodeGroup: 'cp',
    name,
    url: `https://node${index + 1}-${domainOf(environment)}`,
    fixedCloudlets: 1,
    flexibleCloudlets: 4,
  }));
  return {
    env: envReply(environment),
    nodes,
    nodeGroups: [{ name: 'cp', displayName: 'Application', isSLBAccessEnabled: true }],
    envGroups: [environment.projectKey],
    right: contextOf(environment),
  };
}

export function endpointReply(endpoint: Endpoint) {
  const { id, name, privatePort, publicPort, protocol } = endpoint;
  return { id, name, privatePort, publicPort, protocol, nodeId: 1 };
}

export function logFileReply(file: LogFile) {
  const name = file.path.slice(file.path.lastIndexOf('/') + 1);
  return { name, path: file.path, lineCount: file.lineCount, changedOn: wireTime(file.changedAt) };
}

/** The lines of a log as one text, each with its time. */
export function logBody(lines: readonly { at: Date; line: string }[]): string {
  return lines.map(({ at, line }) => `${wireTime(at)} ${line}\n`).join('');
}

export function archiveReply(archive: Archive) {
  const { name, sizeBytes: size, sha256, createdAt } = archive;
  return { name, size, sha256, createdOn: wireTime(createdAt) };
}

export function deploymentReply(deployment: Deployment) {
  const { path: context, archiveName, sizeBytes: size, sha256, deployedAt } = deployment;
  return { context, archiveName, size, sha256, deployedOn: wireTime(deployedAt) };
}
