import type { ServiceOperation } from '@/lib/domain/service';
import { plainLine } from '@/lib/domain/text';
import type { OutlinedOperation } from './document-outline';
import { wantedCode } from './operation-names';
import { reachOf } from './operation-words';

/** `GET /stores/{storeId}`: what no two operations of a document share. */
export function requestOf({ method, path }: { method: string; path: string }): string {
  return `${method} ${path}`;
}

/**
 * The code of every operation, in the order given. An operation that the service had before keeps its code: the one with
 * the same method and path, else the one with the same operationId that does the same to the world (reads stay reads),
 * where both sides have that id once. What is gone comes back by its request alone: a grant that nobody sees at work any more
 * must not come alive for another request. The others get what they ask for; where that is taken, `-2`, `-3` … follow in the
 * order of path and method, so that the order of the document does not matter.
 */
export function assignCodes(
  service: string,
  operations: readonly OutlinedOperation[],
  former: readonly ServiceOperation[],
): string[] {
  const kept = new Map<OutlinedOperation, string>();
  const free = new Map(former.map((each) => [requestOf(each.route), each]));
  for (const operation of operations) {
    const same = free.get(requestOf(operation));
    if (same === undefined) continue;
    kept.set(operation, same.code);
    free.delete(requestOf(operation));
  }
  const present = [...free.values()].filter(({ isGone }) => isGone !== true);
  const byId = onlyOnes(present, ({ operationId }) => operationId ?? null);
  const moved = onlyOnes(
    operations.filter((each) => !kept.has(each)),
    knownId,
  );
  for (const [id, operation] of moved) {
    const same = byId.get(id);
    if (same !== undefined && same.reach === reachOf(operation.method)) kept.set(operation, same.code);
  }
  const taken = new Set(former.map(({ code }) => code.toLowerCase()));
  const added = operations.filter((each) => !kept.has(each)).toSorted(byRequest);
  const later: [OutlinedOperation, string][] = [];
  for (const operation of added) {
    const wanted = wantedCode(service, operation);
    if (taken.has(wanted.toLowerCase())) later.push([operation, wanted]);
    else take(operation, wanted);
  }
  // After everyone who asks for `list-2` itself has got it.
  const next = new Map<string, number>();
  for (const [operation, wanted] of later) {
    let number = next.get(wanted.toLowerCase()) ?? 2;
    while (taken.has(`${wanted}-${number}`.toLowerCase())) number += 1;
    next.set(wanted.toLowerCase(), number + 1);
    take(operation, `${wanted}-${number}`);
  }
  return operations.map((operation) => kept.get(operation) ?? '');

  function take(operation: OutlinedOperation, code: string): void {
    taken.add(code.toLowerCase());
    kept.set(operation, code);
  }
}

/** The operationId as it is kept, in one printable line. */
export function knownId({ operationId }: OutlinedOperation): string | null {
  return operationId === null ? null : plainLine(operationId, 512) || null;
}

function byRequest(one: OutlinedOperation, other: OutlinedOperation): number {
  if (one.path !== other.path) return one.path < other.path ? -1 : 1;
  return one.method < other.method ? -1 : 1;
}

/** What stands alone with its key; null is no key. */
function onlyOnes<T>(items: readonly T[], keyOf: (item: T) => string | null): Map<string, T> {
  const found = new Map<string, T>();
  const several = new Set<string>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === null) continue;
    if (found.has(key)) several.add(key);
    found.set(key, item);
  }
  for (const key of several) found.delete(key);
  return found;
}
