import { ensureBuiltInRoles } from '@/lib/services/roles/ensure-built-in-roles';
import { blockPerson } from '@/lib/services/people/block-person';
import { changeRoles } from '@/lib/services/people/change-roles';
import { createPerson } from '@/lib/services/people/create-person';
import { listPeople } from '@/lib/services/people/list-people';
import { createProject } from '@/lib/services/projects/create-project';
import type { Cast } from './cast';
import { seedPeople, seedProjects } from './people';
import type { Step } from './steps';

const foundedDaysAgo = 720;

function toRoles(roles: readonly string[]) {
  return roles.map((held) => {
    const [role = '', context = ''] = held.split(' ');
    return { role, context };
  });
}

/** The roles, the projects, the people. */
export function foundingSteps(cast: Cast): Step[] {
  const at = cast.daysAgo(foundedDaysAgo);
  const found = async () => {
    const call = cast.systemCall(at);
    await ensureBuiltInRoles(call);
    for (const project of seedProjects) await createProject(call, project);
    for (const person of seedPeople) {
      const { name, email, password } = person;
      const { id } = await createPerson(call, { name, email, password, roles: toRoles(person.roles) });
      cast.addPerson(id, person);
    }
  };
  return [{ at, run: found }];
}

/** What changed for people since: roles lost, a person blocked; by the administrator, with her password. */
export function laterSteps(cast: Cast): Step[] {
  return seedPeople.flatMap((person) => {
    const { later } = person;
    if (later === undefined) return [];
    const at = cast.daysAgo(later.daysAgo);
    const run = async () => {
      const { id: personId } = cast.person(person.key);
      const row = (await listPeople(cast.systemCall(at))).find((each) => each.id === personId);
      const change = {
        personId,
        version: row?.version ?? 0,
        proof: { password: cast.person('noor').person.password },
      };
      const call = cast.personCall('noor', at);
      if (later.roles !== undefined) await changeRoles(call, { ...change, roles: toRoles(later.roles) });
      if (later.isBlocked === true) await blockPerson(call, change);
    };
    return [{ at, run }];
  });
}
