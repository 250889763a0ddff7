import type { ClientKind } from '@/lib/domain/client';
import { addClientSchema } from '@/lib/domain/client-input';
import type { FieldIssue } from '@/lib/domain/errors';

/** A gateway or a resource server while it is being written. */
export interface ClientFields {
  kind: ClientKind;
  name: string;
  services: readonly string[];
  audience: string;
}

export const emptyClient: ClientFields = { kind: 'gateway', name: '', services: [], audience: '' };

/** The fields as the verb takes them. */
export function inputOf({ kind, name, services, audience }: ClientFields) {
  const told = audience.trim();
  return {
    kind,
    name: name.trim(),
    services: [...services],
    ...(kind === 'gateway' ? {} : { audience: told === '' ? null : told }),
  };
}

/** What is wrong with them, before the desk is asked. */
export function problemsOf(fields: ClientFields): FieldIssue[] {
  const parsed = addClientSchema.safeParse(inputOf(fields));
  return parsed.success
    ? []
    : parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), message }));
}
