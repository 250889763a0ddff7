/**
 * One value per process, however many module graphs load this file: server.ts and Next's bundles are separate graphs,
 * and a revocation made in a server action must reach the cache that the machine doors read (06-ground).
 */
export function processWide<T>(name: string, create: () => T): T {
  const key = keys.get(name) ?? keyOf(name);
  const slots: { [slot: symbol]: unknown } = globalThis as never;
  if (!(key in slots)) slots[key] = create();
  return slots[key] as T;
}

// Looked up once per name: this stands on the hot path.
const keys = new Map<string, symbol>();

function keyOf(name: string): symbol {
  const key = Symbol.for(`tokendesk.${name}`);
  keys.set(name, key);
  return key;
}
