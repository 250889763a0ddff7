import type { ClientKind } from '@/lib/domain/client';
import type { NewClientView } from '@/lib/domain/client-view';
import { addClient } from '@/lib/services/clients/add-client';
import type { Command, CommandAnswer } from '../command';

/** `desk gateway add` and `desk resource-server add`. */
export function clientAdd(kind: ClientKind): Command {
  const isGateway = kind === 'gateway';
  return {
    noun: kind,
    verb: 'add',
    summary: isGateway
      ? 'Adds a gateway and shows its key, this once.'
      : 'Adds a service that asks for itself and shows its credential, this once.',
    words: [],
    options: {
      name: { kind: 'text', value: '<name>', about: 'What it is called.', isRequired: true },
      service: { kind: 'list', value: '<name>', about: 'A service that it asks for. Absent: all.' },
      ...(isGateway
        ? {}
        : { audience: { kind: 'text', value: '<text>', about: 'What introspection says as aud.' } }),
    },
    run: async (call, input) => {
      const audience = isGateway ? undefined : input.text('audience');
      const added = await addClient(call, {
        kind,
        name: input.required('name'),
        services: [...input.list('service')],
        ...(audience === undefined ? {} : { audience }),
      });
      return shownOnce(added);
    },
  };
}

/** The credential alone on the last line: easy to take from there. */
export function shownOnce({ client, secret }: NewClientView): CommandAnswer {
  const { kind, id, name, services } = client;
  const what = kind === 'gateway' ? 'gateway' : 'resource server';
  const before = services.length === 0 ? 'every service' : services.join(', ');
  const how =
    kind === 'gateway'
      ? 'It sends this key as X-Gateway-Key. It is shown this once:'
      : `It asks with HTTP Basic, as ${id}, with this secret. It is shown this once:`;
  return {
    data: { ...client, secret },
    lines: [`The ${what} ${name} asks for ${before}.`, how, secret],
  };
}
