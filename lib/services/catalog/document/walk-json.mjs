// Walks JSON text that JSON.parse has accepted, for what JSON.parse does not tell: keys that stand twice, and where a
// value stands.

const blank = /[\s,:]*/y;
const bare = /[^\s,:{}[\]"]+/y;

/**
 * Calls `visit(path, offset, isTwice)` for every key and every item, in order. `path` is one array that changes as the
 * walk goes on. The walk ends when `visit` answers true.
 * @param {string} text
 * @param {(path: readonly (string | number)[], offset: number, isTwice: boolean) => boolean} visit
 */
export function walkJson(text, visit) {
  const path = [];
  const frames = [];
  let offset = 0;
  while ((offset = skip(blank, text, offset)) < text.length) {
    const mark = text[offset];
    const frame = frames.at(-1);
    if (mark === '}' || mark === ']') {
      frames.pop();
      path.pop();
      offset += 1;
      continue;
    }
    const end =
      mark === '"'
        ? endOfString(text, offset)
        : mark === '{' || mark === '['
          ? offset + 1
          : skip(bare, text, offset);
    if (frame !== undefined && frame.keys !== null && frame.isKeyNext) {
      const key = JSON.parse(text.slice(offset, end));
      path[path.length - 1] = key;
      if (visit(path, offset, frame.keys.has(key))) return;
      frame.keys.add(key);
      frame.isKeyNext = false;
      offset = end;
      continue;
    }
    if (frame !== undefined && frame.keys === null) {
      path[path.length - 1] = frame.index;
      frame.index += 1;
      if (visit(path, offset, false)) return;
    }
    if (frame !== undefined) frame.isKeyNext = true;
    if (mark === '{' || mark === '[') {
      frames.push({ keys: mark === '{' ? new Set() : null, isKeyNext: true, index: 0 });
      path.push('');
    }
    offset = end;
  }
}

function skip(pattern, text, offset) {
  pattern.lastIndex = offset;
  pattern.exec(text);
  return Math.max(pattern.lastIndex, offset);
}

function endOfString(text, start) {
  for (let offset = start + 1; offset < text.length; offset += 1) {
    if (text[offset] === '\\') offset += 1;
    else if (text[offset] === '"') return offset + 1;
  }
  return text.length;
}
