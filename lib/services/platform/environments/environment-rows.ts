import { findEventsOf, findLatestEvents, type EnvironmentEvent } from '@/lib/db/environment-events';
import type { Call } from '@/lib/domain/call';
import type { Context } from '@/lib/domain/context';
import { isVisibleIn } from '@/lib/domain/decide';
import type { EnvironmentRow } from '@/lib/domain/environment-view';
import { contextOf, environmentUrl, type Environment } from '@/lib/domain/platform/environment';
import { statusHistory } from '@/lib/domain/platform/environment-status';
import { findVisibleContexts } from '@/lib/services/access/require-permission';
import { marksOf, maxMarks } from './status-marks';

const dayMilliseconds = 86_400_000;

const verbs: Readonly<Record<string, string>> = {
  'environment.created': 'Created',
  'environment.started': 'Started',
  'environment.stopped': 'Stopped',
  'environment.put-to-sleep': 'Put to sleep',
  'environment.restarted': 'Restarted',
  'environment.cloned': 'Cloned',
  'environment.renamed': 'Renamed',
  'environment.changed': 'Changed',
  'environment.moved': 'Moved',
  'archive.uploaded': 'Archive uploaded',
  'archive.deleted': 'Archive deleted',
  'deployment.deployed': 'Deployed',
  'deployment.renamed': 'Deployment moved',
  'deployment.undeployed': 'Undeployed',
  'marketplace.installed': 'Installed',
};

/** Environments as lines of the page, for the one who looks: with a day of history and what they may do. */
export async function toEnvironmentRows(
  call: Call,
  environments: readonly Environment[],
): Promise<EnvironmentRow[]> {
  const names = environments.map((environment) => environment.name);
  const since = new Date(call.now.getTime() - dayMilliseconds);
  const [events, latest, startIn, stopIn] = await Promise.all([
    findEventsOf(names, since, maxMarks),
    findLatestEvents(names),
    findVisibleContexts(call, 'environment.control.StartEnv'),
    findVisibleContexts(call, 'environment.control.StopEnv'),
  ]);
  const byName = new Map<string, EnvironmentEvent[]>(names.map((name) => [name, []]));
  for (const event of events) byName.get(event.envName)?.push(event);
  return environments.map((environment) =>
    toRow(call, environment, byName.get(environment.name) ?? [], latest.get(environment.name), {
      startIn,
      stopIn,
    }),
  );
}

function toRow(
  call: Call,
  environment: Environment,
  events: readonly EnvironmentEvent[],
  newest: EnvironmentEvent | undefined,
  may: { startIn: readonly Context[]; stopIn: readonly Context[] },
): EnvironmentRow {
  const { name, displayName, projectKey, status, nodeCount, template, createdAt, changedAt } = environment;
  const context = contextOf(environment);
  const since = new Date(call.now.getTime() - dayMilliseconds);
  // A name may have belonged to an environment that was deleted: what happened before this one's creation is not its own.
  const own = events.filter((event) => event.at >= createdAt);
  const history = statusHistory(marksOf(own), status, since, createdAt, call.now);
  return {
    name,
    displayName,
    projectKey,
    context,
    status,
    nodeCount,
    template,
    changedAt: changedAt.toISOString(),
    history: history.map(({ from, to, ...stretch }) => ({
      from: from.toISOString(),
      to: to.toISOString(),
      ...stretch,
    })),
    lastChange: newest === undefined || newest.at < createdAt ? null : lastChangeOf(newest),
    mayStart: isVisibleIn(may.startIn, context),
    mayStop: isVisibleIn(may.stopIn, context),
    url: environmentUrl(name),
  };
}

function lastChangeOf(event: EnvironmentEvent): EnvironmentRow['lastChange'] {
  return {
    verb: verbs[event.action] ?? 'Changed',
    by: event.byName,
    byToken: event.isByToken,
    at: event.at.toISOString(),
  };
}
