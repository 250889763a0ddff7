import { capitalised, counted } from '@/lib/domain/number-words';
import type { ImportPreview, TouchedToken } from '@/lib/domain/service-view';
import { AffectedTokenName } from '../affected-lines';
import { FirstLines } from '../first-lines';

/** Which tokens and roles a change of a service touches, as lines of a `dif` list. */
export function TouchedLines({ tokens, roles }: Pick<ImportPreview, 'tokens' | 'roles'>) {
  return (
    <>
      <li>
        <h3>Tokens</h3>
        {tokens.total === 0 ? (
          <span>No limited token names what changes.</span>
        ) : (
          <div>
            <p>{capitalised(counted(tokens.total, 'limited token'))}, at once</p>
            <FirstLines total={tokens.total} items={tokens.shown} noun="tokens" className="who">
              {(token) => (
                <li key={token.id}>
                  <AffectedTokenName token={token} />
                  <TokenTouch token={token} />
                </li>
              )}
            </FirstLines>
          </div>
        )}
      </li>
      <li>
        <h3>Roles</h3>
        {roles.total === 0 ? (
          <span>No role’s patterns match what comes or goes.</span>
        ) : (
          <FirstLines total={roles.total} items={roles.shown} noun="roles" className="who">
            {(role) => (
              <li key={role.key}>
                <b>{role.name}</b>{' '}
                <span className="sum">
                  held by {counted(role.holderCount, 'person', 'people')}
                  {role.gained > 0 && `, gains ${role.gained.toLocaleString('en')}`}
                  {role.lost > 0 && `, loses ${role.lost.toLocaleString('en')}`}
                </span>
              </li>
            )}
          </FirstLines>
        )}
      </li>
    </>
  );
}

function TokenTouch({ token: { gone, returned, changed } }: { token: TouchedToken }) {
  return (
    <>
      {gone > 0 && (
        <span className="effect loses">
          <b>loses</b> {counted(gone, 'operation')}
        </span>
      )}
      {returned > 0 && (
        <span className="effect gains">
          <b>has back</b> {counted(returned, 'operation')}
        </span>
      )}
      {changed > 0 && (
        <span className="effect">
          <b>holds</b> {counted(changed, 'operation')} that {changed === 1 ? 'acts' : 'act'} otherwise
        </span>
      )}
    </>
  );
}
