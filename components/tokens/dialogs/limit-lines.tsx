import { ChangeLine, Was } from './change-line';
import type { Change, TokenDiff } from './diff-token';

/** What becomes different of a token's limits, as lines of the ledger. */
export function LimitLines({ diff, isNew }: { diff: TokenDiff; isNew: boolean }) {
  const { mayUseInUrls, addresses, notBefore, requestsPerMinute } = diff;
  return (
    <>
      {mayUseInUrls !== null && (
        <ChangeLine name="Use in URLs">
          {mayUseInUrls.before !== null && <Was text={mayUseInUrls.before ? 'allowed' : 'not allowed'} />}{' '}
          <b>{mayUseInUrls.after === true ? 'allowed' : 'not allowed'}</b>
        </ChangeLine>
      )}
      {addresses !== null && (
        <ChangeLine name="Taken from">
          <Addresses change={addresses} isNew={isNew} />
        </ChangeLine>
      )}
      {notBefore !== null && (
        <ChangeLine name="Not before">
          {!isNew && <Was text={notBefore.before ?? 'at once'} />} <b>{notBefore.after ?? 'taken at once'}</b>
        </ChangeLine>
      )}
      {requestsPerMinute !== null && (
        <ChangeLine name="Requests a minute">
          {!isNew && <Was text={requestsPerMinute.before?.toLocaleString('en-GB') ?? 'no limit'} />}{' '}
          <b>{requestsPerMinute.after?.toLocaleString('en-GB') ?? 'no limit of its own'}</b>
        </ChangeLine>
      )}
    </>
  );
}

/** Each address once: struck out, as it was, or in bold when it is new. */
function Addresses({
  change: { before, after },
  isNew,
}: {
  change: Change<readonly string[]>;
  isNew: boolean;
}) {
  const gone = before.filter((each) => !after.includes(each));
  return (
    <ul className="addresses">
      {!isNew && before.length === 0 && (
        <li>
          <Was text="anywhere" />
        </li>
      )}
      {gone.map((each) => (
        <li key={each}>
          <Was text={each} isCode />
        </li>
      ))}
      {after.map((each) => (
        <li key={each} className="mono">
          {before.includes(each) ? each : <b>{each}</b>}
        </li>
      ))}
      {after.length === 0 && (
        <li>
          <b>anywhere</b>
        </li>
      )}
    </ul>
  );
}
