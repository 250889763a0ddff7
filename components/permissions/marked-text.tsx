import { Fragment } from 'react';
import type { Range } from './picker-search';

/** Text with the parts a search found underlined. `offset` is where the text begins in what was searched. */
export function MarkedText({
  text,
  ranges,
  offset = 0,
}: {
  text: string;
  ranges: readonly Range[];
  offset?: number;
}) {
  const parts = ranges
    .map(([start, end]) => [Math.max(0, start - offset), Math.min(text.length, end - offset)] as const)
    .filter(([start, end]) => start < end);
  if (parts.length === 0) return text;
  let at = 0;
  const pieces = parts.map(([start, end]) => {
    const before = text.slice(at, start);
    at = end;
    return (
      <Fragment key={start}>
        {before}
        <mark>{text.slice(start, end)}</mark>
      </Fragment>
    );
  });
  return (
    <>
      {pieces}
      {text.slice(at)}
    </>
  );
}
