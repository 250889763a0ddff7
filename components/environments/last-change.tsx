import type { EnvironmentRow } from '@/lib/domain/environment-view';

/** `Stopped by` whom; a token is marked by its tag. */
export function LastChange({ change }: { change: EnvironmentRow['lastChange'] }) {
  if (change === null) return <span className="dim">No change recorded</span>;
  const text = `${change.verb} by ${change.by}`;
  return (
    <span className="t1" title={text}>
      {change.verb} <span className="dim">by</span>{' '}
      {change.byToken && (
        <>
          <span className="minitag" aria-hidden="true" /> <span className="vh">the token </span>
        </>
      )}
      {change.by}
    </span>
  );
}
