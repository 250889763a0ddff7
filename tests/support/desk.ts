import type { BuiltInRoleKey } from '@/lib/domain/built-in-roles';
import type { Call } from '@/lib/domain/call';
import type { Context } from '@/lib/domain/context';
import type { PersonRow, ProjectView } from '@/lib/domain/person';

// Everything here goes through the verbs. They are imported inside the functions, after setup.ts has set the
// variables that lib/env.ts reads.

let calls = 0;

/** A call of the system, as the seed and the start-up make it. */
export function systemCall(overrides: Partial<Call> = {}): Call {
  calls += 1;
  return {
    actor: { kind: 'system', name: 'the system' },
    now: new Date(),
    requestId: `test-${calls}`,
    address: '127.0.0.1',
    userAgent: 'vitest',
    via: 'system',
    ...overrides,
  };
}

/** A person made through the verbs. `call` acts as that person in a live session of their own. */
export interface PersonFixture {
  person: PersonRow;
  password: string;
  sessionId: string;
  call: (overrides?: Partial<Call>) => Call;
}

/** Creates a person with roles; the projects of the contexts must exist. The name makes the email. */
export async function createPersonFixture(wanted: {
  name: string;
  roles: readonly { role: BuiltInRoleKey; context: Context }[];
}): Promise<PersonFixture> {
  const { createPerson } = await import('@/lib/services/people/create-person');
  const { ensureBuiltInRoles } = await import('@/lib/services/roles/ensure-built-in-roles');
  const { newSessionId, openSession } = await import('@/lib/services/sessions/open-session');
  const { transaction } = await import('@/lib/db/transaction');
  await ensureBuiltInRoles(systemCall());
  calls += 1;
  const password = `violet harbour lantern ${calls}`;
  const email = `${wanted.name.toLowerCase().replace(/[^a-z0-9]+/g, '.')}.${calls}@example.org`;
  const person = await createPerson(systemCall(), {
    name: wanted.name,
    email,
    password,
    roles: [...wanted.roles],
  });
  const sessionId = newSessionId();
  await transaction(systemCall(), (tx) => openSession(tx, systemCall(), sessionId, person.id));
  const call = (overrides: Partial<Call> = {}): Call =>
    systemCall({
      actor: { kind: 'person', personId: person.id, sessionId, name: person.name },
      via: 'dashboard',
      ...overrides,
    });
  return { person, password, sessionId, call };
}

/** Creates a project; `key` is also its name. */
export async function createProjectFixture(key: string): Promise<ProjectView> {
  const { createProject } = await import('@/lib/services/projects/create-project');
  return createProject(systemCall(), { key, name: key });
}
