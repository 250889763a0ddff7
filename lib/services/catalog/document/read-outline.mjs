// A document → what the catalog needs of it: its operations, each with its words and parameters.
import { readParameters } from './read-parameters.mjs';
import { quote } from './parse-text.mjs';
import { findOutsideReferences, follow, isObject, own } from './references.mjs';
import { readServers } from './read-servers.mjs';
import { readVersion } from './read-version.mjs';

const methods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'];
const maxIssues = 20;
const maxOperations = 20_000;
/** By references a small document can say them many times. */
const maxParameters = 200_000;

/**
 * Reads a document. `issues` are what is wrong with it, the first twenty, each with the path to it; when there are any,
 * the rest of the answer is of no use.
 */
export function readOutline(root) {
  const issues = [];
  const report = (path, message) => {
    if (issues.length < maxIssues) issues.push({ path, message });
  };
  const format = readVersion(root, report);
  if (format === null) return { issues };
  for (const { path, reference } of findOutsideReferences(root, maxIssues))
    report(
      path,
      `It refers to ${quote(reference)}, outside of the document. Nothing is fetched: bundle it first.`,
    );
  const info = own(root, 'info');
  const outline = {
    format,
    title: text(own(info, 'title'), 200),
    apiVersion: text(own(info, 'version'), 60),
    servers: readServers(root, format),
    operations: [],
    ownServers: 0,
  };
  const paths = own(root, 'paths');
  if (paths !== undefined && !isObject(paths)) report(['paths'], 'The paths are not an object.');
  for (const path of isObject(paths) ? Object.keys(paths) : [])
    readPath(root, path, paths[path], outline, report);
  if (countParameters(outline) > maxParameters)
    report(['paths'], `Its operations have more than ${maxParameters.toLocaleString('en')} parameters.`);
  if (issues.length === 0 && outline.operations.length === 0) report([], 'The document has no operations.');
  return { issues, outline };
}

function readPath(root, path, given, outline, report) {
  if (path.startsWith('x-')) return;
  const place = ['paths', path];
  const problem = pathProblem(path);
  if (problem !== null) return report(place, problem);
  const item = follow(root, given);
  if (!isObject(item))
    return report(place, `The path ${quote(path)} is not an object, or refers to nothing.`);
  const shared = own(item, 'parameters');
  for (const method of methods) {
    const operation = own(item, method);
    if (operation === undefined) continue;
    if (!isObject(operation)) {
      report([...place, method], `${method.toUpperCase()} ${path} is not an object.`);
      continue;
    }
    if (outline.operations.length >= maxOperations)
      return report(place, `The document has more than ${maxOperations.toLocaleString('en')} operations.`);
    if (own(operation, 'servers') !== undefined || own(item, 'servers') !== undefined)
      outline.ownServers += 1;
    const at = { place, method, path, report };
    outline.operations.push(readOperation(root, operation, shared, at));
  }
}

// Controls, separators of lines and of writing directions: what would make a path look like another, or end a line.
const invisible = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]|\p{Surrogate}/u;

function pathProblem(path) {
  if (!path.startsWith('/')) return `The path ${quote(path)} does not begin with /.`;
  if (path.length > 1_024) return `The path ${quote(path)} is longer than 1,024 characters.`;
  if (invisible.test(path)) return `The path ${quote(path)} has a control or invisible character.`;
  // Every brace opens or closes a name, and names do not nest.
  if (!/^(?:[^{}]|\{[^{}/]+\})*$/.test(path))
    return `The path ${quote(path)} has a brace that names no parameter.`;
  return null;
}

function readOperation(root, operation, shared, { place, method, path, report }) {
  const operationId = own(operation, 'operationId');
  if (
    operationId !== undefined &&
    operationId !== null &&
    typeof operationId !== 'string' &&
    typeof operationId !== 'number'
  )
    report([...place, method, 'operationId'], 'An operationId is text.');
  const tags = own(operation, 'tags');
  const ownParameters = own(operation, 'parameters');
  return {
    method: method.toUpperCase(),
    path,
    operationId: text(operationId, 512),
    tag: Array.isArray(tags) ? (tags.map((tag) => text(tag, 200)).find((tag) => tag !== null) ?? null) : null,
    summary: text(own(operation, 'summary'), 500),
    description: text(own(operation, 'description'), 500),
    docs: text(own(own(operation, 'externalDocs'), 'url'), 600),
    parameters: readParameters(
      root,
      [
        { list: shared, path: [...place, 'parameters'] },
        { list: ownParameters, path: [...place, method, 'parameters'] },
      ],
      report,
    ),
  };
}

/** Text of at most `limit` characters, or null when there is none. Numbers are taken as they are written. */
function text(value, limit) {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value.slice(0, limit) : null;
}

function countParameters({ operations }) {
  return operations.reduce((count, { parameters }) => count + parameters.length, 0);
}
