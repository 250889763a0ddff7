import type { OutlinedOperation } from './document-outline';

const plainName = /^[A-Za-z][A-Za-z0-9_-]*(?<![-_])$/;
/** `service.component.operation` has 160 characters at most, a service 40 of them. */
const componentLimit = 56;
const operationLimit = 56;

/** The name that an operation asks for: `<service>.<tag>.<operationId>`, ASCII. Two may ask for the same. */
export function wantedCode(service: string, operation: OutlinedOperation): string {
  return `${service}.${componentOf(operation)}.${operationOf(operation)}`;
}

/** The first tag; without one, the first word of the path that tells something. */
function componentOf({ tag, path }: OutlinedOperation): string {
  if (tag !== null) return nameOf(tag, 'tag', componentLimit);
  const word = path.split('/').find((part) => /^[A-Za-z]/.test(part) && !/^(?:api|rest|v\d.*)$/i.test(part));
  return word === undefined ? 'default' : nameOf(word, 'tag', componentLimit);
}

/** The operationId; without one, method and path. */
function operationOf({ operationId, method, path }: OutlinedOperation): string {
  return operationId === null
    ? nameOf(`${method.toLowerCase()} ${path}`, 'op', operationLimit)
    : nameOf(operationId, 'op', operationLimit);
}

/**
 * Text as one part of a permission: a letter first, then letters, digits, `_` and `-`. What does not survive as it is, too
 * long or of letters that ASCII does not have, is kept apart by a short mark of the whole text.
 */
function nameOf(text: string, prefix: string, limit: number): string {
  if (text.length <= limit && plainName.test(text)) return text;
  const unmarked = text.normalize('NFKD').replace(/\p{Mark}+/gu, '');
  const plain = unmarked.replace(/[^A-Za-z0-9_-]+/g, '-').replace(/^[-_]+|[-_]+$/g, '');
  const isLost = /[^\p{ASCII}]/u.test(unmarked);
  const begun = /^[A-Za-z]/.test(plain) ? plain : plain === '' ? prefix : `${prefix}-${plain}`;
  if (!isLost && plain !== '' && begun.length <= limit) return begun;
  const mark = markOf(text);
  return `${begun.slice(0, limit - mark.length - 1).replace(/[-_]+$/, '')}-${mark}`;
}

/** Seven letters and digits that stand for a text (FNV-1a, 32 bits): the same wherever and whenever it is imported. */
function markOf(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return (hash >>> 0).toString(36).padStart(7, '0');
}
