import { requestOf } from './assign-codes';
import type { DocumentOutline } from './document-outline';

/** What the document left open and how it was taken, each in a sentence. */
export function importNotes(outline: DocumentOutline, basePath: string): string[] {
  const { operations, servers, ownServers } = outline;
  const withoutId = operations.filter(({ operationId }) => operationId === null).length;
  const ids = operations.flatMap(({ operationId }) => (operationId === null ? [] : [operationId]));
  const repeated = ids.length - new Set(ids).size;
  const withoutTag = operations.filter(({ tag }) => tag === null).length;
  const alike = operations.length - new Set(operations.map(shapeOf)).size;
  const unreachable = operations.filter(({ path }) => /[?#]/.test(path)).length;
  const notes: [number, string, string][] = [
    [withoutId, 'had no operationId and is', 'had no operationId and are'],
    [
      repeated,
      'has an operationId that stands before it already, and got',
      'have an operationId that stands before them already, and got',
    ],
    [withoutTag, 'had no tag and stands under', 'had no tag and stand under'],
    [
      alike,
      'has the same path as another but for the names of its parameters: a gateway refuses',
      'have the same path as another but for the names of their parameters: a gateway refuses',
    ],
    [
      unreachable,
      'has a ? or # in its path, which no request’s path has: a gateway never allows',
      'have a ? or # in their path, which no request’s path has: a gateway never allows',
    ],
    [
      ownServers,
      'has servers of its own, which are not looked at',
      'have servers of their own, which are not looked at',
    ],
  ];
  const ends = [
    ' named after method and path',
    ' a number',
    ' the first word of the path',
    ' both',
    ' it',
    '',
  ];
  const told = notes.flatMap(([count, one, many], index) => {
    if (count === 0) return [];
    const end = index === 4 && count > 1 ? ' them' : (ends[index] ?? '');
    return [
      `${count.toLocaleString('en')} ${count === 1 ? `operation ${one}` : `operations ${many}`}${end}.`,
    ];
  });
  if (servers.length > 1) {
    const taken = basePath === '' ? 'no base path' : `the base path ${basePath}`;
    told.push(`The document names ${servers.length} servers with different paths; ${taken} is taken.`);
  }
  return told;
}

/** A request with the names of its parameters left out: two operations of one shape cannot be told apart. */
function shapeOf(operation: { method: string; path: string }): string {
  return requestOf(operation).replaceAll(/\{[^{}]*\}/g, '{}');
}
