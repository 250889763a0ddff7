import type { ServiceOperation } from '@/lib/domain/service';
import type { OperationDifference } from '@/lib/domain/service-view';

/** What stands before every path of a service, before an import and after it. */
export interface BasePaths {
  before: string;
  after: string;
}

/**
 * What of an operation is not as it was, each difference in words. What only its wording follows from is left out. Where the
 * base path moves, it is told with the path: the operation acts elsewhere.
 */
export function differencesOf(
  before: ServiceOperation,
  after: ServiceOperation,
  bases: BasePaths,
): OperationDifference[] {
  const based = (base: string, { route }: ServiceOperation) =>
    bases.before === bases.after ? route.path : base + route.path;
  const told: OperationDifference[] = [
    { what: 'method', before: before.route.method, after: after.route.method },
    { what: 'path', before: based(bases.before, before), after: based(bases.after, after) },
    { what: 'context', before: contextWords(before), after: contextWords(after) },
    { what: 'reach', before: before.reach, after: after.reach },
    { what: 'summary', before: before.summary, after: after.summary },
    { what: 'parameters', before: parameterWords(before), after: parameterWords(after) },
    { what: 'docs', before: before.docs, after: after.docs },
  ];
  return told.filter((each) => each.before !== each.after);
}

function contextWords({ contextType, route }: ServiceOperation): string {
  return route.contextParameter === null ? contextType : `${contextType} by {${route.contextParameter}}`;
}

function parameterWords({ parameters }: ServiceOperation): string {
  return parameters.map(({ name, isRequired }) => (isRequired ? name : `${name}?`)).join(', ');
}
