import { minPasswordCharacters } from '@/lib/domain/password-rules';

const shownCharacters = 32;
const width = 148;

/** How long a password being chosen is, as a line that has to reach its tick, and in words. */
export function LengthMeter({ password }: { password: string }) {
  const length = [...password.normalize('NFC')].length;
  const isEnough = length >= minPasswordCharacters;
  const reach = (Math.min(length, shownCharacters) / shownCharacters) * width;
  const tick = (minPasswordCharacters / shownCharacters) * width;
  return (
    <span className="meter">
      <svg width={width} height="14" viewBox={`0 0 ${width} 14`} aria-hidden="true">
        <path d={`M0 7H${width}`} stroke="var(--rule-2)" />
        <path d={`M0 7H${reach}`} stroke={isEnough ? 'var(--go)' : 'var(--ink)'} strokeWidth="3" />
        <path d={`M${tick} 1V13`} stroke={isEnough ? 'var(--go)' : 'var(--field)'} strokeWidth="2" />
      </svg>
      <span className={isEnough ? 'green' : undefined}>{lengthInWords(length)}</span>
    </span>
  );
}

function lengthInWords(length: number): string {
  if (length === 0) return `At least ${minPasswordCharacters} characters; a few words in a row are fine.`;
  const rest = minPasswordCharacters - length;
  if (rest > 0) return `${rest} more ${rest === 1 ? 'character' : 'characters'}`;
  return `${length} characters: long enough`;
}
