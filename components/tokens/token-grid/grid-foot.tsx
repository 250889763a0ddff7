import { formatCount } from './token-facts';
import styles from './token-grid.module.css';
import { useIsHydrated } from './use-page-now';
import type { Reading } from './use-token-rows';

interface GridFootProps {
  shown: number;
  loaded: number;
  total: number;
  reading: Reading;
  /** When the page was made, ISO 8601. */
  servedAt: string;
  onRetry: () => void;
}

/** The foot of the grid: how many are seen, the keys, and how fresh it all is. */
export function GridFoot({ shown, loaded, total, reading, servedAt, onRetry }: GridFootProps) {
  const isHydrated = useIsHydrated();
  const freshAt = reading.refreshedAt ?? new Date(servedAt);
  return (
    <div className="foot-bar">
      <span>{countLine(shown, loaded, total)}</span>
      {total > 0 && (
        <span className={styles.keys} aria-hidden="true">
          <kbd>Shift</kbd> extends, <kbd>{isHydrated && isApple() ? 'Cmd' : 'Ctrl'}</kbd> adds,{' '}
          <kbd>Space</kbd> toggles
        </span>
      )}
      {reading.problem !== null && loaded > 0 && (
        <span className="rust" role="alert">
          {reading.problem}{' '}
          <button type="button" className="lnk" onClick={onRetry}>
            Try again
          </button>
        </span>
      )}
      <span className="sp" />
      <span>
        Dates are valid through the end of the day, UTC.
        {total > 0 && isHydrated && ` Refreshed ${freshAt.toLocaleTimeString('en-GB')}`}
      </span>
    </div>
  );
}

function countLine(shown: number, loaded: number, total: number): string {
  if (total === 0) return '0 tokens';
  if (loaded < total) return `${formatCount(loaded)} of ${formatCount(total)} tokens read`;
  return `${formatCount(shown)} of ${formatCount(total)} ${total === 1 ? 'token' : 'tokens'}`;
}

function isApple(): boolean {
  return /Mac|iPhone|iPad/.test(navigator.userAgent);
}
