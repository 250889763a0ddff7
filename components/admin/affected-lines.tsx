import { ContextCode } from '@/components/ui/context-code';
import type { AffectedPerson, AffectedToken, Counted } from '@/lib/domain/role-view';
import { FirstLines } from './first-lines';

/** People whom a change concerns, a line each: name, and where they hold it unless that is known. */
export function AffectedPeople({
  people,
  isPlaceKnown = false,
}: {
  people: Counted<AffectedPerson>;
  isPlaceKnown?: boolean;
}) {
  return (
    <FirstLines total={people.total} items={people.shown} noun="people" className="who">
      {(person) => (
        <li key={person.id}>
          <b title={person.email}>{person.name}</b>{' '}
          <span className="sum">
            {!isPlaceKnown &&
              person.contexts.map((context, index) => (
                <span key={context}>
                  {index === 0 ? 'in ' : ', '}
                  <ContextCode context={context} />
                </span>
              ))}
            {person.isBlocked && ' (blocked)'}
          </span>
        </li>
      )}
    </FirstLines>
  );
}

/** Tokens that a change concerns, a line each: description, hint, and whose they are. */
export function AffectedTokens({ tokens }: { tokens: Counted<AffectedToken> }) {
  return (
    <FirstLines total={tokens.total} items={tokens.shown} noun="tokens" className="who">
      {(token) => (
        <li key={token.id}>
          <AffectedTokenName token={token} />
        </li>
      )}
    </FirstLines>
  );
}

export function AffectedTokenName({ token }: { token: AffectedToken }) {
  return (
    <>
      <b>{token.description}</b>{' '}
      <span className="sum">
        <span className="mono">{token.hint}</span> · {token.ownerName}
      </span>
    </>
  );
}
