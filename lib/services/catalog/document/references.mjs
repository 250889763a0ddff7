// References of a document. Those that lead out of it are found and refused; nothing here reads a file or the network.

/** True for a plain object: what the document means by one. */
export function isObject(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A member of an object that is its own, never one of its prototype. */
export function own(value, key) {
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

/** Their values are data of the API, not of the description. */
const dataKeys = new Set(['example', 'examples', 'default', 'enum', 'const']);

/**
 * Where the document refers to something outside of itself, at most `limit` places, each as a path. A value that stands in
 * several places is looked at once, so that aliases that contain each other end.
 */
export function findOutsideReferences(root, limit) {
  const found = [];
  const seen = new Set();
  const waiting = [{ value: root, key: null, parent: null }];
  while (waiting.length > 0 && found.length < limit) {
    const place = waiting.pop();
    const { value } = place;
    if (typeof value !== 'object' || value === null || seen.has(value)) continue;
    seen.add(value);
    const reference = own(value, '$ref');
    if (typeof reference === 'string' && !reference.startsWith('#'))
      found.push({ path: [...pathOf(place), '$ref'], reference });
    const keys = Array.isArray(value) ? value.keys() : Object.keys(value);
    for (const key of keys) {
      const isData = typeof key === 'string' && (dataKeys.has(key) || key.startsWith('x-'));
      if (!isData) waiting.push({ value: value[key], key, parent: place });
    }
  }
  return found.reverse();
}

function pathOf(place) {
  const path = [];
  for (let each = place; each.parent !== null; each = each.parent) path.unshift(each.key);
  return path;
}

/** What a value says, or what it refers to within the document; undefined when that leads nowhere or in a circle. */
export function follow(root, value) {
  let current = value;
  for (let hops = 0; hops < 50; hops += 1) {
    const reference = own(current, '$ref');
    if (typeof reference !== 'string') return current;
    current = lookUp(root, reference);
  }
  return undefined;
}

function lookUp(root, reference) {
  if (!reference.startsWith('#/')) return reference === '#' ? root : undefined;
  let current = root;
  for (const part of reference.slice(2).split('/')) {
    const key = decodePart(part);
    current = Array.isArray(current) ? current[Number(key)] : own(current, key);
  }
  return current;
}

function decodePart(part) {
  let decoded = part;
  try {
    decoded = decodeURIComponent(part);
  } catch {
    // Not escaped, then.
  }
  return decoded.replaceAll('~1', '/').replaceAll('~0', '~');
}
