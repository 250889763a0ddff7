import { beforeAll, describe, expect, it } from 'vitest';
import { writing } from '@/lib/db/client';
import { decide } from '@/lib/domain/decide';
import { changeRoles } from '@/lib/services/people/change-roles';
import { verifyToken } from '@/lib/services/tokens/verify-token';
import { createPersonFixture, systemCall, type PersonFixture } from '@/tests/support/desk';
import { codeOf, documentOf, health, inputOf, orders, stores } from '@/tests/support/openapi/shop';
import { giveRole, roleFixture } from '@/tests/support/roles';
import { limitedTo, tokenFixture } from '@/tests/support/tokens';
import { currentCatalog } from './current-catalog';
import { importService } from './import-service';
import { previewImport } from './preview-import';
import { removeService } from './remove-service';

const importOf = (name: string, document?: string) => importService(systemCall(), inputOf(name, document));
const eventsOf = async (name: string) => {
  const rows = await (
    await writing()
  ).event.findMany({ where: { subjectKind: 'service' }, orderBy: { seq: 'asc' } });
  return rows
    .map(({ action, data }) => ({ action, ...JSON.parse(data) }))
    .filter((each) => each.name === name);
};
/** Someone who holds everything of a service in one store, and their tokens. */
async function holderOf(service: string, context: string): Promise<PersonFixture> {
  const role = await roleFixture('operator', [`${service}.*`]);
  const { person, ...rest } = await createPersonFixture({ name: 'Ada', roles: [] });
  return { ...rest, person: await giveRole(person, role.key, context) };
}

async function isAllowed(secret: string, permission: string, context: string): Promise<boolean> {
  const verified = await verifyToken(secret, new Date());
  if (verified.outcome !== 'valid') throw new Error(verified.outcome);
  const { power, ownerRights } = verified.token;
  return decide({ power, ownerRights, permission, context, catalog: currentCatalog() }).isAllowed;
}

describe('an OpenAPI document becomes permissions', () => {
  it('each operation with its words, its reach, its request and its context', async () => {
    expect(await importOf('plain')).toMatchObject({
      added: 4,
      service: { version: 1, operationCount: 4, basePath: '/v2' },
    });
    expect(currentCatalog().byCode.get('plain.orders.listOrders')).toEqual({
      code: 'plain.orders.listOrders',
      summary: 'Lists the orders of a store',
      phrase: 'list the orders of a store',
      reach: 'reads',
      contextType: 'store',
      docs: '/docs/services/plain#plain.orders.listOrders',
      parameters: [{ name: 'storeId', isRequired: true, summary: 'In the path' }],
      route: { method: 'GET', path: '/stores/{storeId}/orders', contextParameter: 'storeId' },
      operationId: 'listOrders',
    });
    expect(currentCatalog().byCode.get('plain.health.get-health')).toMatchObject({
      contextType: 'global',
      docs: 'https://docs.example/health',
      route: { contextParameter: null },
    });
    expect(currentCatalog().contextTypes.at(-1)).toEqual({
      type: 'store',
      title: 'Store',
      example: 'store:main',
    });
    expect(await eventsOf('plain')).toEqual([
      {
        action: 'service.imported',
        name: 'plain',
        title: 'The shop',
        added: 4,
        changed: 0,
        gone: 0,
        returned: 0,
        unchanged: 0,
      },
    ]);
  });

  it('roles hold it in its contexts, and its tokens are decided there alone', async () => {
    await importOf('held');
    const ada = await holderOf('held', 'store:main');
    const { secret } = await tokenFixture(ada, { access: limitedTo('store:main', 'held.orders.listOrders') });
    expect(await isAllowed(secret, 'held.orders.listOrders', 'store:main')).toBe(true);
    expect(await isAllowed(secret, 'held.orders.listOrders', 'store:other')).toBe(false);
    expect(await isAllowed(secret, 'held.orders.listOrders', 'global')).toBe(false);
    expect(await isAllowed(secret, 'held.orders.createOrder', 'store:main')).toBe(false);
  });

  it('a role in a context of a type that no service has, or with an illegal key, is refused', async () => {
    await importOf('typed');
    const role = await roleFixture('operator', ['typed.*']);
    const { person } = await createPersonFixture({ name: 'Ben', roles: [] });
    const give = (context: string) =>
      codeOf(
        changeRoles(systemCall(), {
          personId: person.id,
          version: person.version,
          roles: [{ role: role.key, context }],
        }),
      );
    expect(await give('shelf:main')).toBe('invalid_input');
    expect(await give('store:a b')).toBe('invalid_input');
    expect(await give('store:')).toBe('invalid_input');
    expect(await give('store:main')).toBe('done');
  });
});

describe('imported again', () => {
  it('the very same document writes nothing, however often', async () => {
    await importOf('same');
    expect(await importOf('same')).toMatchObject({
      isUnchanged: true,
      service: { version: 1 },
      unchanged: 4,
    });
    expect(await eventsOf('same')).toHaveLength(1);
    const otherContexts = { ...inputOf('same'), contexts: [] };
    const { contexts: _, ...asBefore } = inputOf('same');
    expect(await importService(systemCall(), asBefore)).toMatchObject({ isUnchanged: true });
    expect(await importService(systemCall(), otherContexts)).toMatchObject({
      changed: 3,
      service: { version: 2 },
    });
  });

  it('what tokens hold stays: gone it gives nothing, and it comes back with its code', async () => {
    await importOf('again');
    const ada = await holderOf('again', 'global');
    const { secret, token } = await tokenFixture(ada, {
      access: limitedTo('global', 'again.orders.listOrders', 'again.health.get-health'),
    });
    const preview = await previewImport(systemCall(), inputOf('again', documentOf(stores, health)));
    expect(preview).toMatchObject({
      former: { version: 1 },
      gone: {
        total: 2,
        shown: [{ code: 'again.orders.listOrders', method: 'GET' }, { code: 'again.orders.createOrder' }],
      },
      unchanged: 2,
      tokens: { total: 1, shown: [{ id: token.id, ownerName: 'Ada', gone: 1, returned: 0 }] },
      roles: {
        total: 2,
        shown: [
          { key: 'administrator', holderCount: 1, gained: 0, lost: 2 },
          { holderCount: 1, gained: 0, lost: 2 },
        ],
      },
    });
    expect(await isAllowed(secret, 'again.orders.listOrders', 'store:x')).toBe(true);
    expect(await importOf('again', documentOf(stores, health))).toMatchObject({ gone: 2, unchanged: 2 });
    expect(await isAllowed(secret, 'again.orders.listOrders', 'store:x')).toBe(false);
    expect(await isAllowed(secret, 'again.health.get-health', 'global')).toBe(true);
    expect(await importOf('again')).toMatchObject({ returned: 2, added: 0, unchanged: 2 });
    expect(await isAllowed(secret, 'again.orders.listOrders', 'store:x')).toBe(true);
  });

  it('a path that moves keeps its code by its operationId, and tells what is different', async () => {
    await importOf('moved');
    const moved = documentOf(
      orders.replace('/stores/{storeId}/orders', '/shops/{storeId}/orders'),
      stores,
      health,
    );
    const { changed } = await previewImport(systemCall(), inputOf('moved', moved));
    expect(changed.shown.map(({ code, differences }) => [code, differences.map(({ what }) => what)])).toEqual(
      [
        ['moved.orders.listOrders', ['path']],
        ['moved.orders.createOrder', ['path']],
      ],
    );
    expect(await importOf('moved', moved)).toMatchObject({ changed: 2, added: 0, gone: 0, unchanged: 2 });
  });
});

describe('a service that is removed', () => {
  it('gives nothing at once, is told as gone, and comes back with every grant', async () => {
    await importOf('gone');
    const ada = await holderOf('gone', 'global');
    const { secret } = await tokenFixture(ada, { access: limitedTo('global', 'gone.orders.listOrders') });
    expect(await isAllowed(secret, 'gone.orders.listOrders', 'store:x')).toBe(true);
    expect(await removeService(systemCall(), { name: 'gone' })).toMatchObject({
      operationCount: 0,
      goneCount: 4,
    });
    expect(await isAllowed(secret, 'gone.orders.listOrders', 'store:x')).toBe(false);
    expect(currentCatalog().gone.get('gone.orders.listOrders')?.summary).toBe('Lists the orders of a store');
    expect(await codeOf(removeService(systemCall(), { name: 'gone' }))).toBe('wrong_state');
    expect(await importOf('gone')).toMatchObject({
      returned: 4,
      service: { version: 3, removedAt: null, goneCount: 0 },
    });
    expect(await isAllowed(secret, 'gone.orders.listOrders', 'store:x')).toBe(true);
    expect((await eventsOf('gone')).map(({ action }) => action)).toEqual([
      'service.imported',
      'service.removed',
      'service.imported',
    ]);
  });
});

beforeAll(async () => {
  // Roles change hands only where someone administers the desk.
  await createPersonFixture({ name: 'Root', roles: [{ role: 'administrator', context: 'global' }] });
});

describe('a base path that moves', () => {
  it('is told in the preview: every grant then stands for another request', async () => {
    await importOf('based');
    const ada = await holderOf('based', 'global');
    await tokenFixture(ada, { access: limitedTo('global', 'based.orders.listOrders') });
    const moved = documentOf(orders, stores, health).replace('shop.example/v2', 'shop.example/internal');
    const preview = await previewImport(systemCall(), inputOf('based', moved));
    expect(preview).toMatchObject({ basePath: '/internal', unchanged: 0, changed: { total: 4 } });
    expect(preview.changed.shown[0]?.differences).toEqual([
      {
        what: 'path',
        before: expect.stringMatching(/^\/v2\//),
        after: expect.stringMatching(/^\/internal\//),
      },
    ]);
    expect(preview.tokens.total).toBe(1);
    expect(preview.notes).toContain(
      'The base path was /v2 and is /internal: everything that tokens and roles hold of it is moved with it.',
    );
    expect((await previewImport(systemCall(), inputOf('based'))).notes.join()).not.toContain('base path');
  });
});
