import { ContextCode } from '@/components/ui/context-code';
import type { Grant } from '@/lib/domain/grant';
import { capitalised, counted, numberWord } from '@/lib/domain/number-words';
import type { ChangedToken, RolePreview } from '@/lib/domain/role-view';
import { AffectedPeople, AffectedTokenName, AffectedTokens } from '../affected-lines';
import { FirstLines } from '../first-lines';

/** Whom and which tokens a change of a role reaches, as lines of a `dif` list. */
export function RoleReach({ preview }: { preview: RolePreview }) {
  const { holders, changed, narrowed, widened, following, unchanged } = preview;
  const counts = [
    ...(narrowed > 0 ? [`${numberWord(narrowed)} can do less`] : []),
    ...(widened > 0 ? [`${numberWord(widened)} can do more`] : []),
  ];
  return (
    <>
      <li>
        <h3>Held by</h3>
        {holders.total === 0 ? (
          <span>Nobody: no person and no token changes.</span>
        ) : (
          <div>
            <p>{capitalised(counted(holders.total, 'person', 'people'))}, at once</p>
            <AffectedPeople people={holders} />
          </div>
        )}
      </li>
      {changed.total > 0 && (
        <li>
          <h3>Tokens</h3>
          <div>
            <p>{capitalised(counts.join(', '))}</p>
            <FirstLines total={changed.total} items={changed.shown} noun="tokens" className="who">
              {(token) => (
                <li key={token.id}>
                  <AffectedTokenName token={token} />
                  <TokenEffects token={token} />
                </li>
              )}
            </FirstLines>
          </div>
        </li>
      )}
      {following.total > 0 && (
        <li>
          <h3>Full access</h3>
          <div>
            <p>
              {capitalised(counted(following.total, 'token'))} {following.total === 1 ? 'follows' : 'follow'}{' '}
              whatever the owner holds
            </p>
            <AffectedTokens tokens={following} />
          </div>
        </li>
      )}
      {holders.total > 0 && changed.total + following.total === 0 && (
        <li>
          <h3>Tokens</h3>
          <span>None of their tokens can do less or more.</span>
        </li>
      )}
      {unchanged > 0 && (
        <li>
          <h3>Stays</h3>
          <span>
            {capitalised(counted(unchanged, 'limited token'))} of theirs{' '}
            {unchanged === 1 ? 'does what it does' : 'do what they do'} now.
          </span>
        </li>
      )}
    </>
  );
}

function TokenEffects({ token }: { token: ChangedToken }) {
  return (
    <>
      {token.lostCount > 0 && <Effect verb="loses" grants={token.lost} count={token.lostCount} />}
      {token.gainedCount > 0 && <Effect verb="gains" grants={token.gained} count={token.gainedCount} />}
    </>
  );
}

function Effect(props: { verb: 'loses' | 'gains'; grants: readonly Grant[]; count: number }) {
  const { verb, grants, count } = props;
  const rest = count - grants.length;
  return (
    <span className={`effect ${verb}`}>
      <b>{verb}</b>{' '}
      {grants.map(({ permission, context }, index) => (
        <span key={`${permission} ${context}`}>
          {index > 0 && ', '}
          <code>{permission}</code> in <ContextCode context={context} />
        </span>
      ))}
      {rest > 0 && ` and ${rest} more`}
    </span>
  );
}
