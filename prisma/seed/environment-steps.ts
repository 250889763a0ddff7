import type { Call } from '@/lib/domain/call';
import { uploadArchive } from '@/lib/services/platform/archives/upload-archive';
import { deployArchive } from '@/lib/services/platform/deployments/deploy-archive';
import { createEnvironment } from '@/lib/services/platform/environments/create-environment';
import { restartNodes } from '@/lib/services/platform/environments/restart-nodes';
import { sleepEnvironment } from '@/lib/services/platform/environments/sleep-environment';
import { startEnvironment } from '@/lib/services/platform/environments/start-environment';
import { stopEnvironment } from '@/lib/services/platform/environments/stop-environment';
import { installApp } from '@/lib/services/platform/marketplace/install-app';
import { setVariables } from '@/lib/services/platform/settings/set-variables';
import type { Cast } from './cast';
import { seedEnvironments, type SeedChange, type SeedEnvironment } from './environments';
import type { Step } from './steps';

const powerVerbs = {
  start: startEnvironment,
  stop: stopEnvironment,
  sleep: sleepEnvironment,
  restart: restartNodes,
} as const;

async function create(
  call: Call,
  { name: envName, displayName, project: envGroups, from, variables }: SeedEnvironment,
) {
  if ('app' in from) await installApp(call, { id: from.app, envName, displayName, envGroups });
  else
    await createEnvironment(call, { env: { shortdomain: envName, displayName }, nodes: [from], envGroups });
  if (variables !== undefined) await setVariables(call, { envName, vars: variables });
}

async function change(call: Call, envName: string, { does }: SeedChange): Promise<void> {
  if (typeof does === 'string') await powerVerbs[does](call, { envName });
  else if ('deploy' in does)
    await deployArchive(call, { envName, fileName: does.deploy, context: does.context });
  else
    await uploadArchive(call, {
      envName,
      destPath: does.upload,
      file: new Uint8Array(does.sizeKilobytes * 1_024).fill(80),
    });
}

/** Every environment with what happened to it, by whom the data says: a person, or a token through an API. */
export function environmentSteps(cast: Cast): Step[] {
  return seedEnvironments.flatMap((environment) => {
    const at = cast.daysAgo(environment.createdDaysAgo);
    const making = { at, run: async () => create(await cast.callOf(environment.by, at), environment) };
    const changes = environment.changes.map((each) => {
      const changedAt = cast.minutesAgo(each.minutesAgo);
      return {
        at: changedAt,
        run: async () => change(await cast.callOf(each.by, changedAt), environment.name, each),
      };
    });
    return [making, ...changes];
  });
}
