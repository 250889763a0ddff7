// Text → value, with a way back from a place in the value to a line of the text.
import {
  CORE_SCHEMA,
  EVENT_DOCUMENT,
  constructFromEvents,
  mergeTag,
  parseEvents,
  YAMLException,
} from 'js-yaml';
import { locateInYaml } from './locate-in-yaml.mjs';
import { walkJson } from './walk-json.mjs';

/** What is wrong with the document, and where; `path` leads to the value. Caught by the worker. */
export class DocumentFault extends Error {
  /** @param {string} message @param {{ line: number, column: number } | null} place */
  constructor(message, place = null) {
    super(message);
    this.place = place;
  }
}

const schema = CORE_SCHEMA.withTags(mergeTag);
/** Of YAML: references to a value that stands elsewhere. None is copied, so that many do no harm but to the reader. */
const maxAliases = 10_000;
const maxDepth = 200;

/**
 * Reads JSON or YAML. Throws a DocumentFault with line and column.
 * @param {Uint8Array} bytes
 * @returns {{ value: unknown, locate: (path: readonly (string | number)[]) => { line: number, column: number } | null }}
 */
export function parseText(bytes) {
  const text = decode(bytes);
  return (/^\s*\{/.test(text) ? parseJson(text) : null) ?? parseYaml(text);
}

function decode(bytes) {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new DocumentFault('The document is not UTF-8 text.');
  }
}

/** Null when it is no JSON: then YAML, of which JSON is nearly a part, says what is wrong and where. */
function parseJson(text) {
  let value;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  walkJson(text, (path, offset, isTwice) => {
    if (isTwice)
      throw new DocumentFault(`The key ${quote(path.at(-1))} stands twice.`, placeOf(text, offset));
    if (path.length > maxDepth) throw tooDeep(placeOf(text, offset));
    return false;
  });
  return { value, locate: (path) => locateInJson(text, path) };
}

function locateInJson(text, wanted) {
  let found = 0;
  walkJson(text, (path, offset) => {
    if (path.length > wanted.length || path.some((part, index) => part !== wanted[index])) return false;
    found = offset;
    return path.length === wanted.length;
  });
  return placeOf(text, found);
}

function parseYaml(text) {
  try {
    const events = parseEvents(text, { maxDepth });
    if (events.filter(({ type }) => type === EVENT_DOCUMENT).length > 1)
      throw new DocumentFault('The file holds several documents; one is expected.');
    const [value] = constructFromEvents(events, { source: text, schema, maxAliases });
    return { value, locate: (path) => placeOf(text, locateInYaml(text, events, path)) };
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    const { mark, reason } = error;
    const place = mark === undefined ? null : { line: mark.line + 1, column: mark.column + 1 };
    if (/nesting|depth/.test(reason)) throw tooDeep(place);
    throw new DocumentFault(`It is neither JSON nor YAML: ${reason}.`, place);
  }
}

function tooDeep(place) {
  return new DocumentFault(`It is nested deeper than ${maxDepth} levels.`, place);
}

/** @param {unknown} key */
export function quote(key) {
  return `“${String(key).slice(0, 120)}”`;
}

function placeOf(text, offset) {
  const before = text.slice(0, offset);
  const start = before.lastIndexOf('\n') + 1;
  let line = 1;
  for (let at = before.indexOf('\n'); at !== -1; at = before.indexOf('\n', at + 1)) line += 1;
  return { line, column: offset - start + 1 };
}
