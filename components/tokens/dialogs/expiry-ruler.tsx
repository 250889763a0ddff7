import { endingSoonDays } from '@/lib/domain/token';
import { daysUntil, rulerFraction } from './expiry-choice';

const width = 236;
const arrow = 208;

/** The time that is left, above the quick choices: the red rule is today, each tick stands over its choice. */
export function ExpiryRuler({ expiry, now }: { expiry: string; now: Date }) {
  const isNever = expiry === 'never';
  const days = daysUntil(expiry, now);
  const end = isNever ? arrow : Math.round(rulerFraction(days ?? 0) * width * 10) / 10;
  const colour = days !== null && days <= endingSoonDays ? 'var(--end)' : 'var(--ink)';
  return (
    <svg
      className="qr"
      viewBox={`0 0 ${width} 22`}
      width="100%"
      height="22"
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <path d={`M${end} 12H${width}`} stroke="var(--rule-2)" strokeDasharray="1 4" />
      {end > 0 && <path d={`M1 12H${end}`} stroke={colour} strokeWidth="3" />}
      {[23.6, 70.8, 118, 165.2].map((tick) => (
        <path
          key={tick}
          d={`M${tick} 9V15`}
          stroke={tick < end ? 'var(--paper)' : 'var(--field)'}
          strokeWidth="1"
        />
      ))}
      {end > 0 && !isNever && <path d={`M${end} 6V22`} stroke={colour} strokeWidth="2" />}
      <path
        d="M208 8.5 213 12 208 15.5"
        fill="none"
        stroke={isNever ? 'var(--ink)' : 'var(--field)'}
        strokeWidth={isNever ? 2 : 1.25}
      />
      <path d="M.5 0V22" stroke="var(--today)" />
    </svg>
  );
}
