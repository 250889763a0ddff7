import { beforeAll, expect, test } from 'vitest';
import { createPersonFixture, type PersonFixture } from '@/tests/support/desk';
import { askAs, gatewayFixture, gatewayKinds } from '@/tests/support/gateway';
import { openFront } from '@/tests/support/open-front';
import { putServices, serviceFixture } from '@/tests/support/services';
import { limitedTo, tokenFixture } from '@/tests/support/tokens';

// A gateway that asks through a proxy before the desk: both are trusted. The proxy adds where the gateway is.
const gatewayAddress = '192.0.2.5';
const trustedProxies = ['127.0.0.1', gatewayAddress];
const access = limitedTo('global', 'shop.api.List');

let owner: PersonFixture;
let key: string;
beforeAll(async () => {
  await putServices(serviceFixture('shop', ['GET /stores =List']));
  owner = await createPersonFixture({ name: 'Ada', roles: [{ role: 'administrator', context: 'global' }] });
  key = (await gatewayFixture(['shop'])).secret;
});

test.each(gatewayKinds)(
  'INT-7 API-9 %s: a list of addresses is met by the client, not by the gateway',
  async (kind) => {
    const door = await openFront({ trustedProxies });
    const { secret } = await tokenFixture(owner, { access, addresses: ['192.0.2.0/24'] });
    const from = async (address: string) =>
      (await askAs(kind, door, { key, uri: '/stores', presented: secret, address })).status;
    // Twice: by the tables, and from memory.
    for (const _ of [1, 2]) {
      expect(await from(`203.0.113.7, ${gatewayAddress}`)).toBe(403);
      expect(await from(`192.0.2.77, ${gatewayAddress}`)).toBe(200);
      expect(await from(`192.0.2.77, 203.0.113.7, ${gatewayAddress}`)).toBe(403);
    }
  },
);
