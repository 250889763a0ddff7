import { axisMarks, type TimeLine } from './time-scale';

const pastWidth = 25;
const marginLeft = 26;

/** The line of one token on the time axis. Decorative: the date always stands beside it in words. */
export function TimeStrip({
  line,
  isPlain = false,
  isResting = false,
}: {
  line: TimeLine;
  isPlain?: boolean;
  /** The token is paused, or waits for its first day: its time runs, but it is not taken. */
  isResting?: boolean;
}) {
  const tone = line.kind === 'gone' ? ' gone' : line.kind === 'term' && line.isSoon ? ' soon' : '';
  return (
    <span className={`strip${tone}${isResting ? ' dash' : ''}`} aria-hidden="true">
      {isPlain ? null : <Rulings />}
      {line.kind === 'gone' ? <Past line={line} /> : <Future line={line} />}
    </span>
  );
}

/** An empty row of the ledger: today's rule and the marks, no line. `pencilled` draws a dashed line up to 90 days. */
export function BlankStrip({ isPencilled = false }: { isPencilled?: boolean }) {
  const end = axisMarks[1]?.fraction ?? 0;
  return (
    <span className={isPencilled ? 'strip dash' : 'strip'} aria-hidden="true">
      <Rulings />
      {isPencilled && (
        <span className="ln" style={{ left: marginLeft, width: `calc(${future(end)} - ${marginLeft}px)` }} />
      )}
      {isPencilled && <span className="tick" style={{ left: future(end), marginLeft: -1 }} />}
    </span>
  );
}

/** The names of the axis, for the column's head. */
export function TimeAxis() {
  return (
    <span className="strip" aria-hidden="true">
      <span className="now" />
      <i className="td" style={{ left: marginLeft }}>
        today
      </i>
      {axisMarks.map((mark) => (
        <i key={mark.label} style={{ left: future(mark.fraction), marginLeft: mark.fraction === 1 ? -6 : 0 }}>
          {mark.label}
        </i>
      ))}
    </span>
  );
}

/** The same names above the list of narrow screens. */
export function ListAxis() {
  return (
    <div className="axis-m" aria-hidden="true">
      <div>
        <span className="rust">today</span>
        {axisMarks.map((mark) =>
          mark.fraction === 1 ? (
            <i key={mark.label} style={{ left: 'auto', right: 0, transform: 'none' }}>
              {mark.label}
            </i>
          ) : (
            <i key={mark.label} style={{ left: future(mark.fraction) }}>
              {mark.label}
            </i>
          ),
        )}
      </div>
    </div>
  );
}

function Rulings() {
  return (
    <>
      {axisMarks.map((mark) => (
        <span key={mark.label} className="gr" style={{ left: future(mark.fraction) }} />
      ))}
      <span className="now" />
    </>
  );
}

function Past({ line }: { line: Extract<TimeLine, { kind: 'gone' }> }) {
  const end = past(line.to);
  const start = round(Math.max(0, Math.min(past(line.from), end - 6)));
  return (
    <>
      <span className="el" style={{ left: start, width: round(end - start) }} />
      <span className="tick" style={{ left: round(end - 1) }} />
    </>
  );
}

function Future({ line }: { line: Exclude<TimeLine, { kind: 'gone' }> }) {
  const start = Math.min(marginLeft - 1, past(line.elapsed));
  return (
    <>
      <span className="el" style={{ left: start, width: round(marginLeft - start) }} />
      {line.kind === 'open' ? (
        <>
          <span className="ln" style={{ left: marginLeft, right: 3 }} />
          <svg className="open" viewBox="0 0 9 9">
            <path d="M2 0.5 7.5 4.5 2 8.5" fill="none" stroke="currentColor" strokeWidth="2" />
          </svg>
        </>
      ) : (
        <>
          <span
            className="ln"
            style={{ left: marginLeft, width: `calc((100% - ${marginLeft + 1}px)*${line.left.toFixed(4)})` }}
          />
          <span className="tick" style={{ left: future(line.left), marginLeft: -1 }} />
        </>
      )}
    </>
  );
}

function past(fraction: number): number {
  return round(marginLeft - pastWidth * fraction);
}

// A tenth of a pixel: finer figures are written differently by the server and the browser.
function round(pixels: number): number {
  return Math.round(pixels * 10) / 10;
}

function future(fraction: number): string {
  return `calc(${marginLeft}px + (100% - ${marginLeft + 1}px)*${fraction.toFixed(4)})`;
}
