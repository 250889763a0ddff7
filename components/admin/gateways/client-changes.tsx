import { Time } from '@/components/ui/time';
import type { ClientView } from '@/lib/domain/client-view';
import type { ClientFields } from './client-fields';
import { kindWord, servicesWords } from './client-words';

/** What a client becomes, as the lines of a `dif` list. */
export function ClientChanges({ before, after }: { before: ClientView | null; after: ClientFields }) {
  const { kind, name, services, audience } = after;
  return (
    <ul className="dif">
      <li>
        <h3>{kind === 'gateway' ? 'Gateway' : 'Server'}</h3>
        <code>{name.trim()}</code>
      </li>
      <li>
        <h3>Asks for</h3>
        <span>
          {before !== null && <del className="dim">{servicesWords(before.services)}</del>}{' '}
          {servicesWords(services)}
        </span>
      </li>
      {kind === 'resource-server' && (
        <li>
          <h3>Audience</h3>
          <span className="mono">{audience.trim() === '' ? name.trim() : audience.trim()}</span>
        </li>
      )}
      {before === null && (
        <li>
          <h3>May</h3>
          <span>
            ask what any token may do there, and whom it acts for. It can change nothing, and holds no
            permission itself.
          </span>
        </li>
      )}
    </ul>
  );
}

/** What a new credential does to the old one. */
export function RenewalLines({ client }: { client: ClientView }) {
  return (
    <ul className="dif">
      <li>
        <h3>Ends</h3>
        <span>
          <span className="mono">{client.hint}</span>, with the very next request.
          {client.kind === 'gateway' && ' Until the new one is in place, the gateway lets nothing through.'}
        </span>
      </li>
      <li>
        <h3>Last used</h3>
        <LastUsed client={client} />
      </li>
      <li>
        <h3>Stays</h3>
        <span>
          The {kindWord(client.kind)} {client.name}, asking for {servicesWords(client.services)}.
        </span>
      </li>
    </ul>
  );
}

/** When it asked last. */
export function LastUsed({ client: { lastUsedAt } }: { client: ClientView }) {
  return lastUsedAt === null ? <span className="dim">Never</span> : <Time at={lastUsedAt} />;
}
