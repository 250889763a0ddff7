// Where a value stands in YAML, from the flat list of events that it was read from.
import {
  EVENT_ALIAS,
  EVENT_DOCUMENT,
  EVENT_MAPPING,
  EVENT_POP,
  EVENT_SCALAR,
  EVENT_SEQUENCE,
  getScalarValue,
} from 'js-yaml';

/**
 * The offset of the key or item at `wanted`, or of the last part of it that is there.
 * @param {string} text
 * @param {readonly import('js-yaml').Event[]} events
 * @param {readonly (string | number)[]} wanted
 */
export function locateInYaml(text, events, wanted) {
  const frames = [];
  let found = 0;
  let matched = 0;
  for (const event of events) {
    if (event.type === EVENT_POP) {
      frames.pop();
      if (frames.length <= matched) break;
      continue;
    }
    const frame = frames.at(-1);
    const offset = offsetOf(event);
    if (frame?.kind === 'mapping' && frame.isKeyNext) {
      frame.isKeyNext = false;
      frame.isWanted =
        event.type === EVENT_SCALAR &&
        frame.isOnWay &&
        getScalarValue(text, event) === String(wanted[matched]);
      if (event.type !== EVENT_SCALAR && event.type !== EVENT_ALIAS)
        frames.push({ kind: 'lost', isOnWay: false });
      if (frame.isWanted) [found, matched] = [offset, matched + 1];
      if (matched === wanted.length) return found;
      continue;
    }
    let isOnWay = frame === undefined || frame.kind === 'document';
    if (frame?.kind === 'mapping') {
      frame.isKeyNext = true;
      isOnWay = frame.isWanted;
      if (frame.isWanted) frame.isOnWay = false;
    } else if (frame?.kind === 'sequence') {
      isOnWay = frame.isOnWay && frame.index === wanted[matched];
      frame.index += 1;
      if (isOnWay) [found, matched] = [offset, matched + 1];
      if (matched === wanted.length) return found;
    }
    if (event.type === EVENT_DOCUMENT) frames.push({ kind: 'document', isOnWay: true });
    if (event.type === EVENT_MAPPING)
      frames.push({ kind: 'mapping', isKeyNext: true, isOnWay, isWanted: false });
    if (event.type === EVENT_SEQUENCE) frames.push({ kind: 'sequence', index: 0, isOnWay });
  }
  return found;
}

function offsetOf(event) {
  return event.type === EVENT_SCALAR
    ? event.valueStart
    : event.type === EVENT_ALIAS
      ? event.anchorStart
      : (event.start ?? 0);
}
