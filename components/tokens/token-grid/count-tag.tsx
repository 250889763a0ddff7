import { count, formatCount } from './token-facts';

/** How many tokens are in hand. Hidden ones are named: no tool acts on what cannot be seen. */
export function CountTag({
  chosen,
  hidden,
  onClear,
}: {
  chosen: number;
  hidden: number;
  onClear: () => void;
}) {
  const isSomething = chosen + hidden > 0;
  return (
    <>
      <span className="vh" role="status">
        {isSomething
          ? `${count(chosen, 'token')} selected${hidden > 0 ? `, ${formatCount(hidden)} hidden` : ''}`
          : ''}
      </span>
      {isSomething && (
        <span className="count">
          <b>{formatCount(chosen)}</b>
          <span className="whitespace-nowrap">selected{hidden > 0 && `, ${formatCount(hidden)} hidden`}</span>
          <button type="button" className="lnk" onClick={onClear}>
            Clear
          </button>
        </span>
      )}
    </>
  );
}
