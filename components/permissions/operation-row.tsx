'use client';

import { ArrowUpRight, Lock } from 'lucide-react';
import { memo, type CSSProperties } from 'react';
import { MarkedText } from './marked-text';
import type { PickerOperation } from './picker-index';
import type { Marks, Match } from './picker-search';

export interface OperationRowProps {
  operation: PickerOperation;
  match: Match | null;
  isChecked: boolean;
  /** Why it cannot be ticked; null when it can. */
  whyNot: string | null;
  /** It holds the one tab stop of the list. */
  isCurrent: boolean;
  line: number;
  top: number;
  onToggle: (code: string) => void;
  onCurrent: (key: string) => void;
}

const noMarks: Marks = { codeRanges: [], summaryRanges: [] };

/** One operation: a box named by its code, what it does, and its reference or why it cannot be ticked. */
export const OperationRow = memo(function OperationRow(props: OperationRowProps) {
  const { operation, isChecked, whyNot, isCurrent, line, top, onToggle, onCurrent } = props;
  const { code, prefix, name, summary, docs } = operation;
  const { codeRanges, summaryRanges } = props.match?.marks() ?? noMarks;
  const mayTick = whyNot === null;
  const reasonId = mayTick ? undefined : `why-${code}`;
  const position: CSSProperties = { transform: `translateY(${top}px)` };
  const look = isChecked ? ' on' : mayTick ? '' : ' no';
  const focusStop = isCurrent ? 0 : -1;
  return (
    <div
      className={`op${look}`}
      role="row"
      aria-rowindex={line + 1}
      data-row={code}
      style={position}
      onClick={(event) => {
        // The whole line ticks, but the link and the box act for themselves.
        if (mayTick && event.target instanceof Element && event.target.closest('a, input') === null)
          onToggle(code);
      }}
    >
      <span role="gridcell">
        <input
          type="checkbox"
          className="cb"
          aria-label={code}
          aria-describedby={reasonId}
          // Not `disabled`: the keyboard must reach it to learn why.
          aria-disabled={!mayTick || undefined}
          checked={isChecked}
          tabIndex={focusStop}
          onChange={() => {
            if (mayTick) onToggle(code);
          }}
          onFocus={() => onCurrent(code)}
        />
      </span>
      <span className="code" role="gridcell">
        <i>
          <MarkedText text={prefix} ranges={codeRanges} />
        </i>
        <b>
          <MarkedText text={name} ranges={codeRanges} offset={prefix.length} />
        </b>
      </span>
      <span className="sum" role="gridcell">
        <MarkedText text={summary} ranges={summaryRanges} />
      </span>
      <span className="slot" role="gridcell">
        {mayTick ? (
          <a
            className="doc"
            href={docs}
            target="_blank"
            rel="noreferrer"
            aria-label={`API docs for ${code}`}
            tabIndex={focusStop}
          >
            <span>API docs</span>
            <ArrowUpRight aria-hidden="true" />
          </a>
        ) : (
          <span className="why" id={reasonId}>
            <Lock aria-hidden="true" />
            {whyNot}
          </span>
        )}
      </span>
    </div>
  );
});
