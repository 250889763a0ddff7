import { useState } from 'react';
import { axisFraction } from '../time-scale';
import { daysUntil } from './expiry-choice';

const start = 26;
const end = 404;

/** When it ends, before and after: in words, and on the axis of the grid. */
export function TermChange({
  before,
  after,
  change,
}: {
  before: string | null;
  after: string;
  change: string;
}) {
  const [now] = useState(() => new Date());
  const [from, to] = [before === null ? null : place(before, now), place(after, now)];
  const isLater = from === null || to.x >= from.x;
  const colour = before === null ? 'var(--ink)' : isLater ? 'var(--go)' : 'var(--end)';
  const solid = from === null ? to.x : Math.min(from.x, to.x);
  return (
    <>
      {before !== null && (
        <>
          <del className="dim">
            <span className="vh">before: </span>
            {before}
          </del>{' '}
          &nbsp;
        </>
      )}
      <b>{after}</b> {change !== '' && <span className="dim">&nbsp;{change}</span>}
      <svg className="termchange" width="416" height="40" viewBox="0 0 416 40" aria-hidden="true">
        <path d={`M0 20H${start}`} stroke="var(--field)" />
        <path d={`M${Math.max(to.x, solid)} 20H${end}`} stroke="var(--rule-2)" strokeDasharray="1 4" />
        {solid > start && <path d={`M${start} 20H${solid}`} stroke="var(--ink)" strokeWidth="3" />}
        {from !== null && (
          <path
            d={`M${solid} 20H${Math.max(from.x, to.x)}`}
            stroke={colour}
            strokeWidth="3"
            strokeDasharray={isLater ? undefined : '3 3'}
          />
        )}
        {from !== null && !from.isOpen && (
          <path d={`M${from.x} 14V26`} stroke="var(--ink-3)" strokeWidth="2" />
        )}
        {to.isOpen ? (
          <path d={`M${end - 5} 15 ${end} 20 ${end - 5} 25`} fill="none" stroke={colour} strokeWidth="2" />
        ) : (
          <path d={`M${to.x} 13V27`} stroke={colour} strokeWidth="2.5" />
        )}
        <path d={`M${start} 4V36`} stroke="var(--today)" />
        <g fontSize="11.5" fill="var(--ink-3)">
          <text x={start} y="0" textAnchor="middle" fill="var(--end)">
            today
          </text>
          {from !== null && !from.isOpen && Math.abs(from.x - to.x) > 34 && from.x > start + 24 && (
            <text x={from.x} y="40" textAnchor="middle">
              {from.label}
            </text>
          )}
          <text x={to.x} y="40" textAnchor={to.x > end - 20 ? 'end' : 'middle'} fill={colour}>
            {to.label}
          </text>
          {Math.max(to.x, from?.x ?? 0) < end - 40 && (
            <text x={end} y="40" textAnchor="end">
              1 y
            </text>
          )}
        </g>
      </svg>
    </>
  );
}

function place(expiry: string, now: Date): { x: number; label: string; isOpen: boolean } {
  if (expiry === 'never') return { x: end, label: 'never', isOpen: true };
  const days = daysUntil(expiry, now) ?? 0;
  if (days < 0) return { x: start / 2, label: 'ended', isOpen: false };
  return { x: Math.round(start + axisFraction(days) * (end - start)), label: `${days} d`, isOpen: false };
}
