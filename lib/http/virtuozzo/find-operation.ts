import type { AnyOperation } from '@/lib/http/served-operation';

/** What a path means: an operation, a method that does not exist, or nothing of this API. */
export type Route =
  | { kind: 'operation'; operation: AnyOperation }
  | { kind: 'unknown_method'; method: string }
  | { kind: 'none' };

const shape = /^\/1\.0\/([a-z0-9_-]+)\/([a-z0-9_-]+)\/rest\/([a-z0-9_-]+)$/i;

/** Looks operations up by `/1.0/<service>/<component>/rest/<method>`, in any case (04-wire §2). */
export function operationFinder(operations: readonly AnyOperation[]): (path: string) => Route {
  const byPath = new Map<string, Route>(
    operations.map((operation) => {
      const [service = '', component = '', method = ''] = operation.code.toLowerCase().split('.');
      return [`/1.0/${service}/${component}/rest/${method}`, { kind: 'operation', operation }];
    }),
  );
  return (path) => {
    const known = byPath.get(path.toLowerCase());
    if (known !== undefined) return known;
    const match = shape.exec(path);
    return match === null
      ? { kind: 'none' }
      : { kind: 'unknown_method', method: (match[3] ?? '').slice(0, 80) };
  };
}
