import type { ReactNode } from 'react';

/**
 * Nothing yet, drawn as a blank ruled page with the text standing on its lines. `ledger` is the empty table behind it
 * (heads and ruling); without it the text stands alone, as when a filter finds nothing.
 */
export function EmptyState({
  title,
  children,
  actions,
  ledger,
}: {
  title: string;
  children: ReactNode;
  actions?: ReactNode;
  ledger?: ReactNode;
}) {
  return (
    <div className={ledger === undefined ? 'blank alone' : 'blank'}>
      {ledger}
      <div className="over">
        <h2>{title}</h2>
        <p>{children}</p>
        {actions !== undefined && <div className="go">{actions}</div>}
      </div>
    </div>
  );
}
