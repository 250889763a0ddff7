import Link from 'next/link';

/** Ways through a list that is read a part at a time: back to the newest, on to the older. Null where there is none. */
export function PartLinks({ newest, older }: { newest: string | null; older: string | null }) {
  if (newest === null && older === null) return null;
  return (
    <nav className="parts" aria-label="Parts of the list">
      {newest !== null && (
        <Link className="btn" href={newest}>
          Newest
        </Link>
      )}
      {older !== null && (
        <Link className="btn" href={older}>
          Older
        </Link>
      )}
    </nav>
  );
}

/** An address with what is set of its parameters. */
export function addressOf(path: string, parameters: Record<string, string | number | null>): string {
  const set = Object.entries(parameters).flatMap(([name, value]) =>
    value === null || value === '' ? [] : [[name, String(value)]],
  );
  return set.length === 0 ? path : `${path}?${new URLSearchParams(set).toString()}`;
}
