'use client';

import { ContextCode } from '@/components/ui/context-code';
import type { Grant } from '@/lib/domain/grant';
import { capitalised, counted, numberWord } from '@/lib/domain/number-words';
import type { RoleView } from '@/lib/domain/person';
import type { ChangedToken, RoleOperation, RolePreview } from '@/lib/domain/role-view';
import { AffectedPeople, AffectedTokenName, AffectedTokens } from '../affected-lines';
import { FirstLines } from '../first-lines';
import { patternChanges, type PatternLine } from './pattern-words';
import type { CheckedRole } from './role-form-schema';

export interface RoleChangesProps {
  /** Null: the role is new. */
  before: RoleView | null;
  role: CheckedRole;
  operations: readonly RoleOperation[];
  /** Null: nobody can hold it yet. */
  preview: RolePreview | null;
}

/** What changes, whom it concerns and which tokens, as the lines of a `dif` list. */
export function RoleChanges({ before, role, operations, preview }: RoleChangesProps) {
  const { added, removed } = patternChanges(before?.patterns ?? [], role.patterns, operations);
  return (
    <ul className="dif">
      <li>
        <h3>Role</h3>
        <div>
          {before !== null && before.name !== role.name && <del className="dim">{before.name}</del>}{' '}
          <b>{role.name}</b>
          <span className="t2">
            {before !== null && before.summary !== role.summary && <del>{before.summary}</del>} {role.summary}
          </span>
        </div>
      </li>
      {added.length > 0 && (
        <Patterns title={before === null ? 'Gives' : 'Gives more'} sign="+" lines={added} />
      )}
      {removed.length > 0 && <Patterns title="Gives less" sign="−" lines={removed} />}
      {preview === null ? (
        <li>
          <h3>Held by</h3>
          <span>Nobody yet. It can be given on the People page.</span>
        </li>
      ) : (
        <Reached preview={preview} />
      )}
    </ul>
  );
}

function Patterns({ title, sign, lines }: { title: string; sign: '+' | '−'; lines: readonly PatternLine[] }) {
  return (
    <li>
      <h3>{title}</h3>
      <div>
        <FirstLines
          total={lines.length}
          items={lines}
          noun="patterns"
          className={sign === '+' ? 'plus' : 'minus'}
        >
          {({ pattern, note }) => (
            <li key={pattern}>
              <span className="sg" aria-hidden="true">
                {sign}
              </span>
              <code>{pattern}</code>
              <span className="sum">{note}</span>
            </li>
          )}
        </FirstLines>
      </div>
    </li>
  );
}

function Reached({ preview }: { preview: RolePreview }) {
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
