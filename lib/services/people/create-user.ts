import { newSecret } from '@/lib/crypto/secret';
import { administratorRole, memberRole } from '@/lib/domain/built-in-roles';
import type { Call } from '@/lib/domain/call';
import type { CreatePersonInput } from '@/lib/domain/person-input';
import type { User } from '@/lib/domain/person';
import { createPerson } from './create-person';
import { readUser } from './users';

/** A new person as an API describes them. */
export interface NewUser {
  name: string;
  email: string;
  /** Without one nobody can sign in until an administrator sets it. */
  password?: string | undefined;
  isAdministrator: boolean;
  state: NonNullable<CreatePersonInput['state']>;
}

/** Creates a person with the one role that an API knows of: Administrator, or Member. As createPerson. */
export async function createUser(call: Call, user: NewUser): Promise<User> {
  const { name, email, password = newSecret(), isAdministrator, state } = user;
  const role = isAdministrator ? administratorRole : memberRole;
  const roles = [{ role, context: 'global' }];
  const { id } = await createPerson(call, { name, email, password, roles, state });
  return readUser(call, { id });
}
