import type { Call } from '@/lib/domain/call';
import type { ServiceReference } from '@/lib/domain/service-view';
import { currentServices } from './current-catalog';

/**
 * What an imported service can do, for whoever is known at all: the catalog is the same for everyone. Null when there is no
 * such service; one that was removed is still read, all of it gone.
 */
export function readServiceReference(_call: Call, name: string): ServiceReference | null {
  const service = currentServices().find((each) => each.name === name);
  if (service === undefined) return null;
  const { title, apiVersion, basePath, contexts, operations, removedAt } = service;
  return {
    name,
    title,
    apiVersion,
    basePath,
    contexts,
    isRemoved: removedAt !== null,
    operations: operations.map(({ code, summary, reach, route, isGone }) => ({
      code: code.slice(name.length + 1),
      summary,
      reach,
      method: route.method,
      path: route.path,
      context: route.contextParameter,
      ...(isGone === true ? { isGone } : {}),
    })),
  };
}
