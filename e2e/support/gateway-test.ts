import path from 'node:path';
import type { NewClientView } from '@/lib/domain/client-view';
import { Gateway, type RealGateway } from './gateway';
import { runCommand } from './run-command';
import { test as base } from './test';
import { Upstream } from './upstream';

/** A gateway as the command line prints it, with its key. */
export type Key = NewClientView['client'] & { secret: string };

interface Fixtures {
  kind: RealGateway;
  upstream: Upstream;
  gateway: Gateway;
}
interface WorkerFixtures {
  /** The key of a gateway before the imported service. */
  key: string;
}

/** A test with an upstream of its own, and nginx, Caddy or HAProxy before it with the configuration that the desk shows. */
export const test = base.extend<Fixtures, WorkerFixtures>({
  kind: ['nginx', { option: true }],
  key: [
    async ({ desk }, use) => {
      const document = path.join(import.meta.dirname, '../gateway/stores.yaml');
      await runCommand(
        desk,
        ...['service', 'import', document, '--name', 'retail', '--context', 'store=storeId'],
      );
      const added = await runCommand<Key>(desk, 'gateway', 'add', '--name', 'edge', '--service', 'retail');
      desk.remember('the key of a gateway', added.secret.slice('td_gwk_'.length));
      await use(added.secret);
    },
    { scope: 'worker' },
  ],
  upstream: async ({}, use) => {
    const upstream = await Upstream.open();
    await use(upstream);
    await upstream.close();
  },
  gateway: async ({ kind, desk, key, upstream }, use) => {
    const gateway = await Gateway.start(kind, { deskUrl: desk.url, upstreamUrl: upstream.url, key });
    await use(gateway);
    await gateway.stop();
  },
});
