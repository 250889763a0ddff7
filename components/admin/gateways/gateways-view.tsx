'use client';

import { Plus } from 'lucide-react';
import { useState } from 'react';
import { toast } from '@/components/ui/toast';
import type { ClientView } from '@/lib/domain/client-view';
import { LedgerPage } from '../ledger-page';
import { useFreshMarks } from '../use-fresh-marks';
import { ClientDialog, type ClientDialogProps } from './client-dialog';
import type { ClientTask } from './client-line';
import { clientsSentence, filterClients, kindWord } from './client-words';
import { ClientsLedger } from './clients-ledger';
import { EditClientDialog } from './edit-client-dialog';
import { RemoveClientDialog } from './remove-client-dialog';
import { SetUpDialog } from './set-up-dialog';

export interface GatewaysViewProps {
  gateways: readonly ClientView[];
  servers: readonly ClientView[];
  services: ClientDialogProps['services'];
  /** Where gateways reach this desk. */
  origin: string;
  username: string;
}

type Open = { task: 'add' } | { task: ClientTask; client: ClientView } | null;

/** The Gateways page: who may ask this desk, in two ledgers, and the dialogs. */
export function GatewaysView({ gateways, servers, services, origin, username }: GatewaysViewProps) {
  const [text, setText] = useState('');
  const [open, setOpen] = useState<Open>(null);
  const { fresh, mark } = useFreshMarks('client');
  const all = [...gateways, ...servers];
  const shown = { gateways: filterClients(gateways, text), servers: filterClients(servers, text) };
  const count = shown.gateways.length + shown.servers.length;
  const close = () => setOpen(null);
  const done = (client: ClientView, said: string) => {
    close();
    mark(client.id);
    toast.success(said);
  };
  const ledger = { fresh, onTask: (task: ClientTask, client: ClientView) => setOpen({ task, client }) };
  return (
    <>
      <LedgerPage
        title="Gateways"
        sentence={<p className="say">{clientsSentence(all)}</p>}
        create={{ label: 'Add', icon: <Plus aria-hidden="true" />, onPress: () => setOpen({ task: 'add' }) }}
        search={{ label: 'Search gateways', text, onTextChange: setText }}
        nothing={
          count > 0 || all.length === 0
            ? null
            : {
                title: 'Nothing is like that.',
                why: 'No name, service, audience or credential matches what you typed.',
                onShowAll: () => setText(''),
              }
        }
        foot={[`${count} of ${all.length}`, 'A credential is shown once']}
      >
        {(count > 0 || all.length === 0) && (
          <>
            <ClientsLedger kind="gateway" clients={shown.gateways} {...ledger} />
            <ClientsLedger kind="resource-server" clients={shown.servers} {...ledger} />
          </>
        )}
      </LedgerPage>
      <OpenDialog open={open} rest={{ services, origin, username, onClose: close }} onDone={done} />
    </>
  );
}

function OpenDialog(props: {
  open: Open;
  rest: Pick<ClientDialogProps, 'services' | 'origin' | 'username' | 'onClose'>;
  onDone: (client: ClientView, said: string) => void;
}) {
  const { open, rest, onDone } = props;
  if (open === null) return null;
  if (open.task === 'add' || open.task === 'renew') {
    return (
      <ClientDialog
        {...rest}
        client={open.task === 'add' ? null : open.client}
        onDone={(client) =>
          onDone(
            client,
            open.task === 'add'
              ? `${client.name} may ask this desk.`
              : `${client.name} has a new credential.`,
          )
        }
      />
    );
  }
  const { client } = open;
  if (open.task === 'set-up') {
    return <SetUpDialog client={client} origin={rest.origin} onClose={rest.onClose} />;
  }
  if (open.task === 'edit')
    return (
      <EditClientDialog
        {...rest}
        client={client}
        onDone={() => onDone(client, `${client.name} is changed.`)}
      />
    );
  return (
    <RemoveClientDialog
      client={client}
      username={rest.username}
      onClose={rest.onClose}
      onDone={() => onDone(client, `The ${kindWord(client.kind)} ${client.name} is removed.`)}
    />
  );
}
