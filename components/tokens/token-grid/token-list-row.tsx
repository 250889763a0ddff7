import { memo } from 'react';
import { timeLine } from '@/components/tokens/time-scale';
import { TimeStrip } from '@/components/tokens/time-strip';
import { Checkbox } from '@/components/ui/checkbox';
import { relativeTime } from '@/components/ui/relative-time';
import { ContextCell, RowKey, StatusCell } from './cells';
import type { GridMeta, GridRow } from './table-features';
import { accessNote, accessText, expiresText, tokenFacts, type TokenFacts } from './token-facts';
import styles from './token-grid.module.css';
import type { Mark } from './use-marks';

interface TokenListRowProps {
  row: GridRow;
  index: number;
  isSelected: boolean;
  isCursor: boolean;
  mark: Mark | undefined;
  meta: GridMeta;
}

const markNames = { changed: 'flash', fresh: 'fresh' } as const;

/** One token on a narrow screen: its checkbox stands in the past, its text in the future. */
export const TokenListRow = memo(function TokenListRow({
  row,
  index,
  isSelected,
  isCursor,
  mark,
  meta,
}: TokenListRowProps) {
  const token = row.original;
  const facts = tokenFacts(token, meta.now);
  const tone = facts.isEndingSoon ? 'rust' : undefined;
  const names = [
    'li',
    styles.item,
    isSelected && 'sel_',
    facts.isEnded && 'off',
    facts.isResting && 'pausd',
    mark !== undefined && markNames[mark],
  ];
  return (
    <div
      role="row"
      data-id={row.id}
      className={names.filter(Boolean).join(' ')}
      aria-rowindex={index + 1}
      aria-selected={isSelected}
      tabIndex={isCursor ? 0 : -1}
    >
      <div role="gridcell" data-column="select" className={styles.box}>
        <Checkbox checked={isSelected} readOnly tabIndex={-1} aria-label={`Select ${token.description}`} />
      </div>
      <div role="gridcell" className="c">
        <div className="l">
          <span className="t1">{token.description}</span>
          <StatusCell row={token} meta={meta} />
        </div>
        <div className="l">
          <RowKey row={token} meta={meta} />
          <span>{accessText(token)}</span>
          <span className={styles.end}>
            <ContextCell row={token} meta={meta} />
          </span>
        </div>
        {token.withdrawnCount > 0 && <div className={`t2 rust ${styles.lost}`}>{accessNote(token)}</div>}
        <div className="l">
          <span className={tone}>{termText(facts)}</span>
          <span className="r">{usedText(facts, meta.now)}</span>
        </div>
      </div>
      <TimeStrip
        line={timeLine(facts.createdAt, facts.expiresAt, meta.now)}
        isPlain
        isResting={facts.isResting}
      />
    </div>
  );
});

function termText(facts: TokenFacts): string {
  if (facts.expiresAt === null) return 'never ends';
  return `${facts.isEnded ? 'ended' : 'until'} ${expiresText(facts)}`;
}

function usedText(facts: TokenFacts, now: Date): string {
  return facts.lastUsedAt === null ? 'never used' : `used ${relativeTime(facts.lastUsedAt, now)}`;
}
