import { findProjects } from '@/lib/db/projects';
import type { Call } from '@/lib/domain/call';
import { env } from '@/lib/env';
import { createEnvironment } from '@/lib/services/platform/environments/create-environment';
import { createProject } from '@/lib/services/projects/create-project';

const starterProject = { key: 'sample', name: 'Sample project' };
const starterEnvironments = ['my-project', 'my-project-staging'];

/**
 * Gives an empty desk one project with two running environments, so that the first token can be used the minute it
 * exists (01-product). Does nothing once there is any project, or where the sample platform is switched off.
 */
export async function ensureStarter(call: Call): Promise<void> {
  if (!env().isSamplePlatformOn || (await findProjects()).length > 0) return;
  await createProject(call, starterProject);
  for (const shortdomain of starterEnvironments) {
    await createEnvironment(call, { env: { shortdomain }, envGroups: starterProject.key });
  }
}
