import { latestEventSeq } from '@/lib/db/events';
import type { Call } from '@/lib/domain/call';
import { createMachineDoors } from '@/lib/http/machine-doors';
import { importService } from '@/lib/services/catalog/import-service';
import { followCatalog } from '@/lib/services/catalog/load-catalog';
import { startFollowing, stopFollowing } from '@/lib/services/feed/follow-log';
import { createVerifier } from '@/packages/verifier/src/create-verifier';
import { expect } from 'vitest';
import { openCutProxy, type CutProxy } from '../support/cut-proxy';
import { createPersonFixture, systemCall, type PersonFixture } from '../support/desk';
import { doorFixture, type DoorFixture } from '../support/door';
import { gatewayFixture } from '../support/gateway';
import { resourceServerFixture } from '../support/resource-server';
import { roleFixture } from '../support/roles';
import type { Asked } from './four-ways';
import { permissions, type ModelPermission } from './reference-model';

export const maxAgeSeconds = 2;

/** The desk under test, as the commands change and ask it. */
export interface World extends Asked {
  owner: PersonFixture;
  roleKeys: Record<'keeper' | 'reader', string>;
  proxy: CutProxy;
  /** The owner's own calls; those of an administrator are the system's. */
  call: () => Call;
  isFeedCut: boolean;
  import: (operations: readonly ModelPermission[]) => Promise<void>;
  restart: () => Promise<void>;
  /** Resolves when the package has heard of everything that was committed. */
  told: () => Promise<void>;
  close: () => Promise<void>;
}

const paths: Record<ModelPermission, string> = {
  'shop.api.List': `  /stores:\n    get: { tags: [api], operationId: List, responses: {} }\n`,
  'shop.api.Read': `  /stores/{storeId}:\n    get: { tags: [api], operationId: Read, responses: {} }\n`,
  'shop.api.Order': `  /stores/{storeId}/orders:\n    post: { tags: [api], operationId: Order, responses: {} }\n`,
};

/** Nobody asks for it: it keeps the type of context in the document. */
const kept = `  /stores/{storeId}/health:\n    get: { tags: [api], operationId: Health, responses: {} }\n`;

async function importShop(operations: readonly ModelPermission[]): Promise<void> {
  const lines = permissions.filter((each) => operations.includes(each)).map((each) => paths[each]);
  const document = `openapi: 3.0.3\ninfo: { title: Shop, version: '1' }\npaths:\n${kept}${lines.join('')}`;
  const contexts = [{ type: 'store', parameter: 'storeId' }];
  await importService(systemCall(), { name: 'shop', document, contexts });
}

function openDoor(): Promise<DoorFixture> {
  const doors = createMachineDoors({
    publicUrl: 'http://localhost:3000',
    isSamplePlatformOn: false,
    isQueryCredentialOn: true,
    bodyTimeoutMilliseconds: 500,
    beatMilliseconds: 10,
  });
  return doorFixture({ doors });
}

/** A desk with an imported service, two roles, a gateway, and a resource server that uses the package. */
export async function openWorld(): Promise<World> {
  startFollowing();
  await followCatalog();
  await importShop(permissions);
  await createPersonFixture({ name: 'Root', roles: [{ role: 'administrator', context: 'global' }] });
  const keeper = await roleFixture('keeper', ['shop.*']);
  const reader = await roleFixture('reader', ['shop.api.List', 'shop.api.Read']);
  const owner = await createPersonFixture({ name: 'Ada', roles: [{ role: 'member', context: 'global' }] });
  const server = await resourceServerFixture(['shop']);
  let door = await openDoor();
  const proxy = await openCutProxy(() => door.port);
  const url = `http://127.0.0.1:${proxy.port}`;
  const verifier = createVerifier({ url, credential: server.secret, maxAgeSeconds, now: () => Date.now() });
  await verifier.ready();
  const world: World = {
    ...{ owner, server, proxy, verifier, isFeedCut: false },
    gatewayKey: (await gatewayFixture(['shop'])).secret,
    roleKeys: { keeper: keeper.key, reader: reader.key },
    door: () => door,
    call: () => systemCall({ actor: owner.call().actor, via: 'header' }),
    import: importShop,
    restart: async () => {
      await door.close();
      stopFollowing();
      startFollowing();
      await followCatalog();
      door = await openDoor();
    },
    told: async () => {
      const latest = await latestEventSeq();
      const heard = () => verifier.state().feed === 'live' && (verifier.state().seq ?? 0) >= latest;
      await expect.poll(heard, { timeout: 15_000, interval: 2 }).toBe(true);
    },
    close: async () => {
      verifier.close();
      await proxy.close();
      await door.close();
      stopFollowing();
    },
  };
  return world;
}
