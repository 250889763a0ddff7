import { KeyGlyph } from '@/components/tokens/key-glyph';
import { timeLine } from '@/components/tokens/time-scale';
import { TimeStrip } from '@/components/tokens/time-strip';
import { exactTime, relativeTime } from '@/components/ui/relative-time';
import { formatDay } from '@/lib/domain/day';
import type { TokenRow } from '@/lib/domain/token-view';
import type { GridMeta } from './table-features';
import { accessNote, accessText, expiresText, statusNote, statusText, tokenFacts } from './token-facts';

export interface CellProps {
  row: TokenRow;
  meta: GridMeta;
}

export function DescriptionCell({ row }: CellProps) {
  return (
    <>
      <span className="t1" title={row.description}>
        {row.description}
      </span>
      <span className="t2 mono">{row.hint}</span>
    </>
  );
}

export function AccessCell({ row, meta }: CellProps) {
  return (
    <div className="acc">
      <RowKey row={row} meta={meta} />
      <div>
        <span className="t1">{accessText(row)}</span>
        <span className={row.withdrawnCount + row.goneCount > 0 ? 't2 rust' : 't2'}>{accessNote(row)}</span>
      </div>
    </div>
  );
}

/** The key of a row. Its label is what stands beside it, so that it is not read twice where that is text already. */
export function RowKey({ row, meta }: CellProps) {
  return (
    <KeyGlyph
      label={accessText(row)}
      isFull={row.access === 'full'}
      teeth={row.teeth}
      withdrawnTeeth={row.withdrawnTeeth}
      components={meta.components}
    />
  );
}

export function ContextCell({ row }: CellProps) {
  const [first, ...others] = row.contexts;
  if (row.access === 'full' || first === undefined) return <span className="dim">everywhere</span>;
  const colon = first.indexOf(':') + 1;
  return (
    <span className="t1" title={row.contexts.join(', ')}>
      <span className="ctx">
        {colon > 0 && <i>{first.slice(0, colon)}</i>}
        {first.slice(colon)}
      </span>
      {others.length > 0 && <span className="dim"> +{others.length}</span>}
    </span>
  );
}

export function ExpiresCell({ row, meta }: CellProps) {
  const facts = tokenFacts(row, meta.now);
  const tone = facts.isEndingSoon ? ' rust' : facts.isEnded ? ' dim' : '';
  return (
    <div className="exp">
      <span className={`d${tone}`}>{expiresText(facts)}</span>
      <TimeStrip line={timeLine(facts.createdAt, facts.expiresAt, meta.now)} isResting={facts.isResting} />
    </div>
  );
}

export function LastUsedCell({ row, meta }: CellProps) {
  const { lastUsedAt } = tokenFacts(row, meta.now);
  if (lastUsedAt === null) return <span className="dim">Never used</span>;
  const text = relativeTime(lastUsedAt, meta.now);
  const from = [row.lastUsedAddress, row.lastUsedAgent]
    .filter((each) => each !== null && each !== '')
    .join(', ');
  return (
    <time
      className={/^\d\d-/.test(text) ? 'dim' : undefined}
      dateTime={lastUsedAt.toISOString()}
      title={from === '' ? exactTime(lastUsedAt) : `${exactTime(lastUsedAt)}, ${from}`}
    >
      {text}
    </time>
  );
}

export function CreatedCell({ row, meta }: CellProps) {
  return <span className="dim">{formatDay(tokenFacts(row, meta.now).createdAt)}</span>;
}

const dots = {
  active: '',
  waiting: ' wait_',
  ending: ' soon rust',
  narrowed: ' narr',
  paused: ' paus dim',
  expired: ' exp_ dim',
} as const;

export function StatusCell({ row, meta }: CellProps) {
  const facts = tokenFacts(row, meta.now);
  return (
    <span className={`st${dots[facts.status]}`} title={statusNote(row, meta.now)}>
      {statusText(facts, meta.now)}
    </span>
  );
}
