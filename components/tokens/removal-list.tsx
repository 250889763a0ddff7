import { TriangleAlert } from 'lucide-react';
import { Fragment } from 'react';
import type { KeyComponents } from './key-geometry';
import { KeyGlyph } from './key-glyph';
import type { RemovalUse } from './remove-facts';
import { accessText, formatCount } from './token-grid/token-facts';

const mostNamed = 3;

/** What is about to be removed, each with its last use; and with its owner, where they are not one's own. */
export function RemovalList({
  uses,
  components,
  owners,
}: {
  uses: readonly RemovalUse[];
  components: KeyComponents;
  owners: ReadonlyMap<string, string> | undefined;
}) {
  return (
    <ul className="rm">
      {uses.map(({ row, isAtWork, isEnded, first, second }) => (
        <li key={row.id}>
          <span className={isEnded ? 'off' : undefined}>
            <KeyGlyph
              label={accessText(row)}
              isFull={row.access === 'full'}
              teeth={row.teeth}
              withdrawnTeeth={row.withdrawnTeeth}
              components={components}
            />
          </span>
          <div className="min-w-0">
            <span className="t1" title={row.description}>
              {row.description}
            </span>
            {owners === undefined ? (
              <span className="t2 mono">{row.hint}</span>
            ) : (
              <span className="t2">{owners.get(row.id)}</span>
            )}
          </div>
          <div className="use min-w-0">
            <span className={isAtWork ? 't1 rust' : 't1'}>{first}</span>
            <span className="t2" title={second}>
              {second}
            </span>
          </div>
        </li>
      ))}
    </ul>
  );
}

/** Names the tokens whose removal will be noticed at once. */
export function AtWorkCallout({ uses }: { uses: readonly RemovalUse[] }) {
  const atWork = uses.filter((use) => use.isAtWork);
  if (atWork.length === 0) return null;
  const named = atWork.length > mostNamed ? atWork.slice(0, mostNamed - 1) : atWork;
  const rest = atWork.length - named.length;
  return (
    <div className="callout">
      <TriangleAlert aria-hidden="true" />
      <span>
        {named.map(({ row }, index) => (
          <Fragment key={row.id}>
            {index > 0 && (index === named.length - 1 && rest === 0 ? ' and ' : ', ')}
            <b>{row.description}</b>
          </Fragment>
        ))}
        {rest > 0 && ` and ${formatCount(rest)} more`}
        {atWork.length === 1
          ? ' is still at work, and will fail on its next call.'
          : ' are still at work, and will fail on their next call.'}
      </span>
    </div>
  );
}
