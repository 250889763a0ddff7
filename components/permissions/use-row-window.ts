'use client';

import { defaultRangeExtractor, useVirtualizer, type Range } from '@tanstack/react-virtual';
import { useCallback, useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';
import { headOf } from './picker-keys';
import type { PickerRow } from './picker-rows';
import { stackedQuery, useMedia } from './use-media';

const heights = { wide: { group: 36, operation: 28 }, narrow: { group: 40, operation: 53 } } as const;
/** Under this width an operation takes two lines. */
const narrowWidth = 600;
/** The bar of the picker that stays above the list on a phone; `--pickbar` in picker.css is the same. */
const stackedBarHeight = 103;
const linesUnderBar = 2;

/**
 * Which lines are drawn: those in sight, the group head that sticks, and the keyboard's line, so that it can be focused.
 * On a phone the list is part of the scrolling dialog (`scroller`); else it scrolls by itself (`list`).
 */
export function useRowWindow(
  rows: readonly PickerRow[],
  currentAt: number,
  refs: {
    list: RefObject<HTMLDivElement | null>;
    scroller: RefObject<HTMLElement | null>;
  },
) {
  const isStacked = useMedia(stackedQuery);
  const [width, setWidth] = useState(0);
  const [listTop, setListTop] = useState(0);
  const stuck = useRef(0);
  const isNarrow = isStacked || (width > 0 && width < narrowWidth);
  const height = isNarrow ? heights.narrow : heights.wide;
  const barHeight = isStacked ? stackedBarHeight : 0;

  useLayoutEffect(() => setWidth(refs.list.current?.clientWidth ?? 0), [refs.list]);
  // Not a layout effect: the scroller is an ancestor, whose ref is set only after those.
  useEffect(() => {
    const { list, scroller } = { list: refs.list.current, scroller: refs.scroller.current };
    if (list === null || scroller === null) return undefined;
    const measure = () => {
      setWidth(list.clientWidth);
      const top = list.getBoundingClientRect().top - scroller.getBoundingClientRect().top;
      setListTop(Math.round(top + scroller.scrollTop));
    };
    const observer = new ResizeObserver(measure);
    observer.observe(list);
    // What stands above the list grows and shrinks with errors and hints.
    for (const child of scroller.children) observer.observe(child);
    return () => observer.disconnect();
  }, [refs.list, refs.scroller, isStacked]);

  const virtualizer = useVirtualizer<HTMLElement, HTMLElement>({
    count: rows.length,
    getScrollElement: () => (isStacked ? refs.scroller.current : refs.list.current),
    estimateSize: useCallback(
      (at: number) => (rows[at]?.kind === 'group' ? height.group : height.operation),
      [rows, height],
    ),
    // A new function makes the virtualizer place every line again; `height` is named for that.
    getItemKey: useCallback((at: number) => rows[at]?.key ?? `${at} of ${height.operation}`, [rows, height]),
    overscan: 5,
    scrollMargin: isStacked ? listTop : 0,
    scrollPaddingStart: barHeight + height.group,
    scrollPaddingEnd: 8,
    rangeExtractor: useCallback(
      (range: Range) => {
        // On a phone the first lines in the window lie under the bar.
        const first = range.startIndex === 0 ? 0 : range.startIndex + (isStacked ? linesUnderBar : 0);
        stuck.current = headOf(rows, first);
        const wanted = [
          stuck.current,
          ...(currentAt >= 0 ? [currentAt] : []),
          ...defaultRangeExtractor(range),
        ];
        return [...new Set(wanted)].sort((left, right) => left - right);
      },
      [rows, currentAt, isStacked],
    ),
  });

  const offset = isStacked ? listTop : 0;
  return {
    isNarrow,
    totalHeight: virtualizer.getTotalSize(),
    lines: virtualizer.getVirtualItems().map((item) => ({
      at: item.index,
      key: String(item.key),
      top: item.start - offset,
      isStuck: item.index === stuck.current,
    })),
    scrollTo: (at: number) => virtualizer.scrollToIndex(at, { align: 'auto' }),
  };
}
