import type { ClientKind } from '@/lib/domain/client';
import type { ClientView } from '@/lib/domain/client-view';
import { LedgerTable } from '../ledger-table';
import { ClientLine, type ClientTask } from './client-line';

export interface ClientsLedgerProps {
  kind: ClientKind;
  clients: readonly ClientView[];
  fresh: ReadonlySet<string>;
  onTask: (task: ClientTask, client: ClientView) => void;
}

const columns = [
  { head: 'Name' },
  { head: 'Asks for', className: 'c-services' },
  { head: 'Credential', className: 'c-hint' },
  { head: 'Last used', className: 'c-used' },
  { head: 'Added', className: 'c-added' },
] as const;

const words = {
  gateway: {
    title: 'Gateways',
    aside: 'Stand before an API and ask about each request; nothing passes while this desk says nothing.',
    empty: 'No gateway yet.',
  },
  'resource-server': {
    title: 'Resource servers',
    aside: 'APIs that ask by themselves, by introspection or with the verifier package.',
    empty: 'No resource server yet.',
  },
} as const;

/** The clients of one kind under their own head. */
export function ClientsLedger({ kind, clients, fresh, onTask }: ClientsLedgerProps) {
  const { title, aside, empty } = words[kind];
  return (
    <section className="clientpart">
      <h2>{title}</h2>
      <p className="aside">{aside}</p>
      {clients.length === 0 ? (
        <p className="none">{empty}</p>
      ) : (
        <LedgerTable name={title} className="clientlist" columns={columns}>
          {clients.map((client) => (
            <ClientLine
              key={client.id}
              client={client}
              isFresh={fresh.has(client.id)}
              onTask={(task) => onTask(task, client)}
            />
          ))}
        </LedgerTable>
      )}
    </section>
  );
}
