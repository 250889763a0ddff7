/** How much of it is shown, and the one sign that needs a word. */
export function EnvironmentsFoot({ shown, total }: { shown: number; total: number }) {
  return (
    <div className="foot-bar">
      <span>{total === 0 ? 'No environments' : `${shown} of ${total} environments`}</span>
      {total > 0 && (
        <span className="key-of">
          <span className="minitag" aria-hidden="true" />
          changed by a token
        </span>
      )}
      <span className="sp" />
      <span>Times are UTC</span>
    </div>
  );
}
