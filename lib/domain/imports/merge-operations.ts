import type { ContextMapping, ServiceOperation } from '@/lib/domain/service';
import { globalContext } from '@/lib/domain/context';
import type { OperationDifference } from '@/lib/domain/service-view';
import { plainLine } from '@/lib/domain/text';
import { assignCodes, knownId } from './assign-codes';
import type { OutlinedOperation } from './document-outline';
import { differencesOf, type BasePaths } from './operation-differences';
import { phraseOf, reachOf, summaryOf } from './operation-words';

/** An operation that stays, but not as it was. */
export interface ChangedPair {
  before: ServiceOperation;
  after: ServiceOperation;
  differences: readonly OperationDifference[];
}

/** What an import makes of the operations of a service. */
export interface MergedOperations {
  /** Every operation that it ever had, gone ones last. */
  operations: readonly ServiceOperation[];
  added: readonly ServiceOperation[];
  /** Those that are not as they were. */
  changed: readonly ChangedPair[];
  gone: readonly ServiceOperation[];
  returned: readonly ServiceOperation[];
  unchanged: number;
}

/** The operations of a document in the catalog's words, beside those that the service had. */
export function mergeOperations(
  service: string,
  outlined: readonly OutlinedOperation[],
  contexts: readonly ContextMapping[],
  former: readonly ServiceOperation[],
  bases: BasePaths = { before: '', after: '' },
): MergedOperations {
  const codes = assignCodes(service, outlined, former);
  const now = outlined.map((each, index) => toOperation(codes[index] ?? '', each, contexts));
  const known = new Map(former.map((each) => [each.code, each]));
  const present = new Set(codes);
  const missing = former.filter(({ code }) => !present.has(code));
  const merged = {
    added: now.filter(({ code }) => !known.has(code)),
    returned: now.filter(({ code }) => known.get(code)?.isGone === true),
    gone: missing.filter(({ isGone }) => isGone !== true),
  };
  const changed: ChangedPair[] = [];
  for (const after of now) {
    const before = known.get(after.code);
    if (before === undefined || before.isGone === true) continue;
    const differences = differencesOf(before, after, bases);
    if (differences.length > 0) changed.push({ before, after, differences });
  }
  return {
    ...merged,
    changed,
    operations: [...now, ...missing.map((each) => ({ ...each, isGone: true as const }))],
    unchanged: now.length - merged.added.length - merged.returned.length - changed.length,
  };
}

/** The names in the braces of a path template, in order. */
export function templateParameters(path: string): string[] {
  return [...path.matchAll(/\{([^{}/]+)\}/g)].map(([, name = '']) => name);
}

/** One operation of the catalog. */
function toOperation(
  code: string,
  outlined: OutlinedOperation,
  contexts: readonly ContextMapping[],
): ServiceOperation {
  const { method, path } = outlined;
  const inPath = templateParameters(path);
  const mapping = contexts.find(({ parameter }) => inPath.includes(parameter));
  const summary = summaryOf(outlined);
  return {
    code,
    summary,
    phrase: phraseOf(summary),
    reach: reachOf(method),
    contextType: mapping?.type ?? globalContext,
    docs: docsOf(outlined.docs) ?? `/docs/services/${code.slice(0, code.indexOf('.'))}#${code}`,
    parameters: parametersOf(outlined, inPath),
    route: { method, path, contextParameter: mapping?.parameter ?? null },
    operationId: knownId(outlined),
  };
}

/** The document's own page of an operation, when it is a web page that can be trusted to stay one. */
function docsOf(text: string | null): string | null {
  if (text === null || text.length > 500 || !URL.canParse(text)) return null;
  const { protocol, username, password, href } = new URL(text);
  return protocol === 'https:' && username === '' && password === '' ? href : null;
}

function parametersOf({ parameters }: OutlinedOperation, inPath: readonly string[]) {
  const told = parameters.map(({ name, place, isRequired, about }) => ({
    name: plainLine(name, 128) || 'unnamed',
    isRequired,
    summary: plainLine(about ?? '', 160) || `In the ${place}`,
  }));
  const names = new Set(parameters.map(({ name }) => name));
  const untold = [...new Set(inPath)].filter((name) => !names.has(name));
  return [
    ...untold.map((name) => ({ name: plainLine(name, 128), isRequired: true, summary: 'In the path' })),
    ...told,
  ];
}
