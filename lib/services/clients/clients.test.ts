import { beforeAll, describe, expect, it } from 'vitest';
import { findClients } from '@/lib/db/clients';
import { findEvents } from '@/lib/db/events';
import { secretKind } from '@/lib/domain/secret-format';
import { createPersonFixture, systemCall, type PersonFixture } from '@/tests/support/desk';
import { addClient } from './add-client';
import { changeClient } from './change-client';
import { flushClientUses } from './client-uses';
import { listClients } from './list-clients';
import { removeClient } from './remove-client';
import { renewClient } from './renew-client';
import { recallClient, verifyClient } from './verify-client';

let admin: PersonFixture;
let developer: PersonFixture;

beforeAll(async () => {
  admin = await createPersonFixture({
    name: 'Ada Kern',
    roles: [{ role: 'administrator', context: 'global' }],
  });
  developer = await createPersonFixture({ name: 'Dev', roles: [{ role: 'developer', context: 'global' }] });
});

const proofOf = ({ password }: PersonFixture) => ({ proof: { password } });

describe('gateways and resource servers', () => {
  it('are added with a credential that is shown once and opens what they are', async () => {
    const { client, secret } = await addClient(admin.call(), {
      kind: 'gateway',
      name: 'edge',
      services: ['environment'],
      ...proofOf(admin),
    });
    expect(secretKind(secret)).toBe('gateway');
    expect(client.hint).toBe(`td_gwk_${secret.slice(7, 11)}…${secret.slice(-4)}`);
    expect(JSON.stringify(client)).not.toContain(secret.slice(7, 20));
    expect(await verifyClient(secret, 'gateway')).toMatchObject({ name: 'edge', services: ['environment'] });
    expect(await verifyClient(secret, 'resource-server')).toBeNull();
    const [event] = await findEvents({ actions: ['client.added'] }, 1, 'newest');
    expect(event).toMatchObject({ subjectId: client.id, data: { name: 'edge', services: ['environment'] } });
    expect(JSON.stringify(event)).not.toContain(secret.slice(7, 20));
  });

  it('law 5: a renewed or removed credential is refused by the next request', async () => {
    const first = await addClient(systemCall(), { kind: 'resource-server', name: 'orders', services: [] });
    expect(await verifyClient(first.secret, 'resource-server')).not.toBeNull();
    const renewed = await renewClient(systemCall(), { id: first.client.id, version: first.client.version });
    expect(await verifyClient(first.secret, 'resource-server')).toBeNull();
    expect(await verifyClient(renewed.secret, 'resource-server')).toMatchObject({ name: 'orders' });
    await removeClient(systemCall(), { id: first.client.id, version: renewed.client.version });
    expect(await verifyClient(renewed.secret, 'resource-server')).toBeNull();
  });

  it('law 5: what a connection said before is forgotten with the credential, and is nobody else’s', async () => {
    const added = await addClient(systemCall(), { kind: 'gateway', name: 'lasting', services: [] });
    const other = await addClient(systemCall(), { kind: 'gateway', name: 'other', services: [] });
    await verifyClient(added.secret, 'gateway');
    await verifyClient(other.secret, 'gateway');
    const connection = {};
    const recall = (secret: string) => recallClient(secret, 'gateway', connection)?.name;
    expect([recall(added.secret), recall(added.secret)]).toEqual(['lasting', 'lasting']);
    expect(recallClient(added.secret, 'resource-server', connection)).toBeNull();
    expect(recallClient(`${added.secret.slice(0, -1)}!`, 'gateway', connection)).toBeNull();
    expect([recall(other.secret), recall(added.secret)]).toEqual(['other', 'lasting']);
    await removeClient(systemCall(), { id: added.client.id, version: added.client.version });
    expect(recallClient(added.secret, 'gateway', connection)).toBeUndefined();
    expect(await verifyClient(added.secret, 'gateway')).toBeNull();
  });

  it('a change of what it asks for reaches the next request', async () => {
    const { client, secret } = await addClient(systemCall(), { kind: 'gateway', name: 'shop', services: [] });
    expect((await verifyClient(secret, 'gateway'))?.services).toEqual([]);
    const seen = { id: client.id, version: client.version };
    await changeClient(systemCall(), { ...seen, services: ['environment'] });
    expect((await verifyClient(secret, 'gateway'))?.services).toEqual(['environment']);
    await expect(changeClient(systemCall(), { ...seen, services: [] })).rejects.toMatchObject({
      code: 'stale_version',
    });
  });

  it('a name that is taken, an unknown service and an audience of a gateway are refused by name', async () => {
    await expect(
      addClient(systemCall(), { kind: 'resource-server', name: 'edge', services: [] }),
    ).rejects.toMatchObject({ code: 'conflict', message: 'There is a gateway edge already.' });
    await expect(
      addClient(systemCall(), { kind: 'gateway', name: 'other', services: ['nowhere'] }),
    ).rejects.toMatchObject({ code: 'invalid_input', message: 'There is no service nowhere.' });
    await expect(
      addClient(systemCall(), { kind: 'gateway', name: 'other', services: [], audience: 'x' }),
    ).rejects.toMatchObject({ code: 'invalid_input', message: 'A gateway has no audience.' });
  });

  it('PWD-1 nobody without the permission or the password changes any', async () => {
    const input = { kind: 'gateway' as const, name: 'sly', services: [] };
    const before = await listClients(admin.call(), 'gateway');
    const [{ id, version } = { id: '', version: 1 }] = before;
    await expect(addClient(developer.call(), { ...input, ...proofOf(developer) })).rejects.toMatchObject({
      code: 'permission_denied',
    });
    await expect(listClients(developer.call(), 'gateway')).rejects.toMatchObject({
      code: 'permission_denied',
    });
    for (const change of [
      () => addClient(admin.call(), input),
      () => changeClient(admin.call(), { id, version, services: [] }),
      () => renewClient(admin.call(), { id, version }),
      () => removeClient(admin.call(), { id, version }),
    ]) {
      await expect(change()).rejects.toMatchObject({ code: 'wrong_proof' });
    }
    expect(await listClients(admin.call(), 'gateway')).toEqual(before);
  });

  it('REL-4 the last use is written behind, and is no new version', async () => {
    const { client, secret } = await addClient(systemCall(), { kind: 'gateway', name: 'used', services: [] });
    expect(client.lastUsedAt).toBeNull();
    await verifyClient(secret, 'gateway');
    await flushClientUses();
    const after = (await findClients('gateway')).find(({ id }) => id === client.id);
    expect(after?.lastUsedAt).toBeInstanceOf(Date);
    expect(after?.version).toBe(client.version);
  });
});
