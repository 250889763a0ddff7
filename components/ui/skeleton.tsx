/** A line that stands in for text while it loads. `width` in px. Silent: the page around it says that it loads. */
export function Skeleton({ width, isTall = false }: { width: number; isTall?: boolean }) {
  return (
    <span className={isTall ? 'skel big' : 'skel'} style={{ width, maxWidth: '100%' }} aria-hidden="true" />
  );
}

/** A ledger still to be filled: the same ruling and heads, `rows` lines of it. */
export function LedgerSkeleton({ columns, rows = 8 }: { columns: readonly string[]; rows?: number }) {
  return (
    <table className="ledger" aria-hidden="true">
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column}>{column}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {Array.from({ length: rows }, (_, row) => (
          <tr key={row}>
            {columns.map((column, index) => (
              <td key={column}>
                <Skeleton width={[150, 110, 90, 70, 120][(row + index) % 5] ?? 100} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
