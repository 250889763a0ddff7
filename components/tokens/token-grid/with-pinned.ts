import { defaultRangeExtractor, type Range } from '@tanstack/react-virtual';

/** The lines to draw: those in view and around it, and `pinned` wherever it is (-1: none), in ascending order. */
export function withPinned(range: Range, pinned: number): number[] {
  const indexes = defaultRangeExtractor(range);
  if (pinned < 0 || pinned >= range.count || indexes.includes(pinned)) return indexes;
  return pinned < (indexes[0] ?? 0) ? [pinned, ...indexes] : [...indexes, pinned];
}
