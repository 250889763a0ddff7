'use client';

import { useState, type ReactNode } from 'react';

export interface FirstLinesProps<T> {
  /** How many there are; `items` are the first of them. */
  total: number;
  items: readonly T[];
  /** What they are, such as `people`. */
  noun: string;
  className?: string;
  children: (item: T) => ReactNode;
}

const shownAtFirst = 6;

/** A list in a confirmation: the first few lines, the rest of what is known on demand, and how many are not named. */
export function FirstLines<T>({ total, items, noun, className, children }: FirstLinesProps<T>) {
  const [isWhole, setIsWhole] = useState(false);
  const shown = isWhole || items.length <= shownAtFirst + 1 ? items : items.slice(0, shownAtFirst);
  const unnamed = total - items.length;
  return (
    <>
      <ul className={className}>{shown.map(children)}</ul>
      {shown.length < items.length && (
        <button type="button" className="lnk strong" onClick={() => setIsWhole(true)}>
          Show {items.length === total ? `all ${total}` : `the first ${items.length}`} {noun}
        </button>
      )}
      {shown.length === items.length && unnamed > 0 && (
        <p className="hint">
          and {unnamed.toLocaleString('en')} more {noun}
        </p>
      )}
    </>
  );
}
