import { permissionParts } from '@/lib/domain/permission';
import type { Operation } from '@/lib/domain/catalog';

/** How a secret is presented. */
export type Presentation = 'Bearer' | 'Private-Token' | 'session=';

/** What stands for the secret on the screen; the shell fills it in. */
export const secretPlaceholder = '$TOKEN';

/** What the command needs of an operation. */
export type TryOperation = Pick<Operation, 'code' | 'reach' | 'phrase' | 'parameters'>;

/**
 * The operation to try a token with: one that lists, else one that only reads, else the first. Null when it may do none.
 * Trying must change as little as can be.
 */
export function operationToTry<T extends TryOperation>(operations: readonly T[]): T | null {
  const needsNothing = (operation: T) => operation.parameters.every((parameter) => !parameter.isRequired);
  const reading = operations.filter((operation) => operation.reach === 'reads');
  return (
    reading.find((operation) => operation.phrase.startsWith('list ') && needsNothing(operation)) ??
    reading.find(needsNothing) ??
    reading[0] ??
    operations.find((operation) => operation.reach === 'changes') ??
    operations[0] ??
    null
  );
}

/** A curl command over two lines. In double quotes, so that a shell replaces `$TOKEN`. */
export function tryCommand(origin: string, operation: TryOperation, presentation: Presentation): string {
  const { service, component, operation: name } = permissionParts(operation.code);
  const parameters = operation.parameters
    .filter((parameter) => parameter.isRequired)
    .map((parameter) => `${encodeURIComponent(parameter.name)}=${example(parameter.name)}`);
  const query = presentation === 'session=' ? [...parameters, `session=${secretPlaceholder}`] : parameters;
  const path = `${origin}/1.0/${service}/${component}/rest/${name.toLowerCase()}`;
  const address = query.length === 0 ? path : `"${path}?${query.join('&')}"`;
  if (presentation === 'session=') return `curl ${address}`;
  const header = presentation === 'Bearer' ? 'Authorization: Bearer' : 'Private-Token:';
  return `curl ${address} \\\n  -H "${header} ${secretPlaceholder}"`;
}

/** The command with the secret in it: made only when it is copied, never shown. */
export function withSecret(command: string, secret: string): string {
  return command.replaceAll(secretPlaceholder, () => secret);
}

function example(parameter: string): string {
  return parameter === 'envName' ? 'my-project' : 'VALUE';
}
