import { DeskError } from '@/lib/domain/errors';
import { weaknessOf } from '@/lib/domain/password-weakness';

/** Refuses a password that is among the first a stranger would try (PWD-7). Throws invalid_input at the field. */
export function requireStrongPassword(password: string, person: { name: string; email: string }): void {
  const message = weaknessOf(password, [person.name, person.email]);
  if (message === null) return;
  throw new DeskError('invalid_input', message, { issues: [{ path: 'password', message }] });
}
