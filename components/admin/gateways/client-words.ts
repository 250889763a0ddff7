import type { ClientKind } from '@/lib/domain/client';
import type { ClientView } from '@/lib/domain/client-view';
import { capitalised, counted } from '@/lib/domain/number-words';

/** `gateway`, `resource server`. */
export function kindWord(kind: ClientKind): string {
  return kind === 'gateway' ? 'gateway' : 'resource server';
}

/** What the credential is called on its tag. */
export function credentialWord(kind: ClientKind): string {
  return kind === 'gateway' ? 'Gateway key' : 'Credential';
}

/** `shop, depot`, or that it asks for all. */
export function servicesWords(services: readonly string[]): string {
  return services.length === 0 ? 'every service' : services.join(', ');
}

/** Who asks this desk, in one sentence. */
export function clientsSentence(clients: readonly ClientView[]): string {
  if (clients.length === 0)
    return 'Nobody asks this desk yet. A gateway asks before every request; a resource server asks by itself.';
  const of = (kind: ClientKind) => clients.filter((client) => client.kind === kind).length;
  const parts = [
    of('gateway') > 0 && counted(of('gateway'), 'gateway'),
    of('resource-server') > 0 && counted(of('resource-server'), 'resource server'),
  ].filter((part) => part !== false);
  const silent = clients.filter(({ lastUsedAt }) => lastUsedAt === null).length;
  const silentOnes = clients.length === 1 ? 'It' : capitalised(counted(silent, 'of them', 'of them'));
  const rest = silent === 0 ? '' : ` ${silentOnes} never did so far.`;
  const verb = clients.length === 1 ? 'asks' : 'ask';
  return `${capitalised(parts.join(' and '))} ${verb} this desk whether a token may.${rest}`;
}

/** The clients in which every word typed stands: in name, services, audience or hint. */
export function filterClients(clients: readonly ClientView[], text: string): readonly ClientView[] {
  const words = text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  return clients.filter(({ name, services, audience, hint }) => {
    const haystack = [name, ...services, audience ?? '', hint].join(' ').toLowerCase();
    return words.every((word) => haystack.includes(word));
  });
}

/** The file that Download gives: what it is as comments, then one line that a shell reads. */
export function credentialFile(client: ClientView, secret: string, origin: string) {
  const name = client.kind === 'gateway' ? 'TOKENDESK_GATEWAY_KEY' : 'TOKENDESK_CREDENTIAL';
  const id = client.kind === 'gateway' ? [] : [`TOKENDESK_CLIENT_ID=${client.id}`];
  return {
    name: `tokendesk-${client.name}.env`,
    text: [
      `# The ${kindWord(client.kind)} ${client.name} of ${origin}`,
      `# Asks for ${servicesWords(client.services)}`,
      ...id,
      `${name}=${secret}`,
      '',
    ].join('\n'),
  };
}
