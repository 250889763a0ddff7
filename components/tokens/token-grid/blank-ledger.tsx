import { KeyGlyph } from '@/components/tokens/key-glyph';
import { BlankStrip, TimeAxis } from '@/components/tokens/time-strip';
import { formatDay } from '@/lib/domain/day';
import { columnTitle } from './token-columns';
import styles from './token-grid.module.css';
import { sortColumns } from './token-order';

const pencilledKey = {
  names: ['a.b', 'a.c', 'a.d', 'a.e', 'a.f', 'b.a', 'b.b', 'c.a'],
  sizes: [9, 3, 3, 4, 3, 4, 4, 2],
};
const lineCount = 48;

/** The ruled page with nothing on it but today's rule and a first line in pencil. Drawn only: it says nothing. */
export function BlankLedger({ now }: { now: Date }) {
  return (
    <div className={styles.blank} aria-hidden="true">
      <table className={`ledger tokens ${styles.grid}`}>
        <colgroup>
          <col data-column="select" />
          {sortColumns.map((id) => (
            <col key={id} data-column={id} />
          ))}
        </colgroup>
        <thead>
          <tr>
            <th data-column="select">
              <span className="cb" />
            </th>
            {sortColumns.map((id) => (
              <th key={id} data-column={id}>
                {columnTitle(id)}
                {id === 'expires' && <TimeAxis />}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <PencilledLine now={now} />
          {Array.from({ length: lineCount }, (_, line) => (
            <tr key={line} className={line % 5 === 3 ? styles.fifth : undefined}>
              <td data-column="select" />
              {sortColumns.map((id) => (
                <td key={id} data-column={id}>
                  {id === 'expires' && <BlankStrip />}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function PencilledLine({ now }: { now: Date }) {
  return (
    <tr className="ghostrow">
      <td data-column="select">
        <span className={`cb ${styles.pencilled}`} />
      </td>
      <td data-column="description" className="desc">
        <span className="t1">Your first token</span>
        <span className="t2">a name you will know it by</span>
      </td>
      <td data-column="access">
        <div className="acc">
          <KeyGlyph isGhost label="a key still to be cut" teeth={[2, 1, 0, 1, 2]} components={pencilledKey} />
          <div>
            <span className="t1">Only what it needs</span>
            <span className="t2">or a named set</span>
          </div>
        </div>
      </td>
      <td data-column="context">
        <span className="ctx">
          <i>project:…</i>
        </span>
      </td>
      <td data-column="expires">
        <div className="exp">
          <span className="d">a date</span>
          <BlankStrip isPencilled />
        </div>
      </td>
      <td data-column="lastUsed" />
      <td data-column="created">{formatDay(now)}</td>
      <td data-column="status" />
    </tr>
  );
}
