/**
 * One value per process, however many module graphs load this file: server.ts and Next's bundles are separate graphs,
 * and a revocation made in a server action must reach the cache that the machine doors read (06-ground).
 */
export function processWide<T>(name: string, create: () => T): T {
  const known = values.get(name);
  if (known !== undefined) return known as T;
  const slots: { [slot: symbol]: unknown } = globalThis as never;
  const key = Symbol.for(`tokendesk.${name}`);
  if (!(key in slots)) slots[key] = create();
  values.set(name, slots[key]);
  return slots[key] as T;
}

// What this graph has looked up before: a value is made once and never replaced. Asking globalThis by a symbol costs a
// hundred times as much, and this stands on the hot path a dozen times a request.
const values = new Map<string, unknown>();
