import Link from 'next/link';

/** Ways through a list that is read a part at a time, by their names; null where there is none. */
export function PartLinks({ links }: { links: Readonly<Record<string, string | null>> }) {
  const open = Object.entries(links).filter(([, href]) => href !== null);
  if (open.length === 0) return null;
  return (
    <nav className="parts" aria-label="Parts of the list">
      {open.map(([label, href]) => (
        <Link key={label} className="btn" href={href ?? ''}>
          {label}
        </Link>
      ))}
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
