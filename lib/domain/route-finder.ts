import { isContext, globalContext, type Context } from './context';
import {
  foldCase,
  parsePathTemplate,
  placesOf,
  readValue,
  type ParameterPlace,
  type SegmentTemplate,
} from './path-template';
import { readRequestPath, type PathFault, type PathSegments } from './request-path';
import { addTemplate, findMostSpecific, newBranch, type Branch } from './route-tree';
import type { Service, ServiceOperation } from './service';

/** Why a request stands for no operation. Whatever is not plainly one is none. */
export type RouteFault = PathFault | 'unknown_path' | 'unknown_method' | 'ambiguous' | 'bad_context';

/** What a request stands for: an operation, and the context that it asks in. */
export type Route =
  { outcome: 'found'; operation: ServiceOperation; context: Context } | { outcome: RouteFault };

/** Finds the operation of a request by its method and its address as they came over the wire. */
export interface RouteFinder {
  find: (method: string, uri: string) => Route;
}

/** An operation at the end of a path, with where its context stands in the path. */
interface Target {
  operation: ServiceOperation;
  segments: readonly SegmentTemplate[];
  places: readonly ParameterPlace[];
}

/** Operations by method; null where two have the same method at paths of the same shape. */
type Targets = Map<string, Target | null>;

/** The services below one base path. */
interface Base {
  segments: readonly string[];
  folded: readonly string[];
  tree: Branch<Targets>;
}

/**
 * Compiles the operations of services into a tree, once for each version of the catalog. The longest base path that a request
 * begins with decides which services are asked; there the most specific template wins, segment by segment text before
 * mixed before parameter, and only then the method counts. Two that are equally specific: ambiguous. Case and the trailing
 * slash count, and where another reader could take the path for another operation it is ambiguous too. HEAD is GET unless
 * it is declared, OPTIONS is nothing unless it is declared.
 */
export function compileRoutes(services: readonly Service[]): RouteFinder {
  const bases = new Map<string, Base>();
  for (const { basePath, operations } of services) {
    const segments = basePath.replace(/\/+$/, '').split('/').slice(1);
    const known = bases.get(segments.join('/'));
    const base = known ?? { segments, folded: segments.map(foldCase), tree: newBranch<Targets>() };
    bases.set(segments.join('/'), base);
    for (const operation of operations) {
      if (operation.isGone !== true) addOperation(base.tree, operation);
    }
  }
  const longestFirst = [...bases.values()].sort((one, other) => other.segments.length - one.segments.length);
  return { find: (method, uri) => findRoute(longestFirst, method, uri) };
}

function addOperation(tree: Branch<Targets>, operation: ServiceOperation): void {
  const { method, path, contextParameter } = operation.route;
  const segments = parsePathTemplate(path);
  const places = contextParameter === null ? [] : placesOf(contextParameter, segments);
  // What says nowhere, or of no type, in which context it asks is not decided at all.
  const isMapped = operation.contextType !== globalContext && places.length > 0;
  if (contextParameter !== null && !isMapped) return;
  const targets = addTemplate(tree, segments, () => new Map<string, Target | null>());
  targets.set(method, targets.has(method) ? null : { operation, segments, places });
}

function findRoute(bases: readonly Base[], method: string, uri: string): Route {
  const path = readRequestPath(uri);
  if ('fault' in path) return { outcome: path.fault };
  const base = findBase(bases, path);
  if (base === null) return { outcome: 'unknown_path' };
  if (base === 'ambiguous') return { outcome: 'ambiguous' };
  const start = base.segments.length;
  const targets = findMostSpecific(base.tree, path, start);
  if (targets === null) return { outcome: 'unknown_path' };
  if (targets === 'ambiguous') return { outcome: 'ambiguous' };
  const target = targets.get(method === 'HEAD' && !targets.has(method) ? 'GET' : method);
  if (target === undefined) return { outcome: 'unknown_method' };
  if (target === null) return { outcome: 'ambiguous' };
  const context = contextOf(target, path, start);
  if (context === null) return { outcome: 'bad_context' };
  return { outcome: 'found', operation: target.operation, context };
}

/** The context that a path names, or null when its parameter has no one value, or one that no context can have. */
function contextOf({ operation, segments, places }: Target, path: PathSegments, start: number) {
  let value: string | null = null;
  for (const { segment, index } of places) {
    const template = segments[segment];
    const [raw, text] = [path.raws[start + segment], path.texts[start + segment]];
    if (template === undefined || raw === undefined || text === undefined) return null;
    const found = readValue(template, raw, text, index);
    if (found === null || (value !== null && value !== found)) return null;
    value = found;
  }
  if (value === null) return globalContext;
  const context: Context = `${operation.contextType}:${value}`;
  return isContext(context) ? context : null;
}

function findBase(bases: readonly Base[], { raws, texts }: PathSegments): Base | 'ambiguous' | null {
  for (const base of bases) {
    if (base.segments.every((text, index) => raws[index] === text)) return base;
    // For a reader who takes case or escapes otherwise it is a service's, for another one it is not.
    if (base.folded.every((text, index) => foldCase(texts[index] ?? '') === text)) return 'ambiguous';
  }
  return null;
}
