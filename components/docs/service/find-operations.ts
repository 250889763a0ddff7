import type { ReferredOperation } from '@/lib/domain/service-view';

/** The operations in which every word of the query stands: in code, summary, method or path, in any case. */
export function findOperations(operations: readonly ReferredOperation[], query: string): readonly ReferredOperation[] {
  const words = query
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length === 0) return operations;
  return operations.filter(({ code, summary, method, path }) => {
    const text = `${code} ${summary} ${method} ${path}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}
