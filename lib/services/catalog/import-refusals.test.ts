import { describe, expect, it } from 'vitest';
import { createPersonFixture, systemCall, type PersonFixture } from '@/tests/support/desk';
import { codeOf, contexts, documentOf, health, inputOf, stores } from '@/tests/support/openapi/shop';
import { importService } from './import-service';
import { listServices } from './list-services';
import { previewImport } from './preview-import';
import { readService } from './read-service';
import { removeService } from './remove-service';

const importOf = (name: string, document?: string) => importService(systemCall(), inputOf(name, document));

describe('what is refused', () => {
  it('whoever lacks desk.catalog.Manage neither sees nor changes a service; whoever has it needs their password', async () => {
    const member = await createPersonFixture({
      name: 'Member',
      roles: [{ role: 'member', context: 'global' }],
    });
    const admin = await createPersonFixture({
      name: 'Admin',
      roles: [{ role: 'administrator', context: 'global' }],
    });
    const input = inputOf('guarded');
    const works = (call: ReturnType<PersonFixture['call']>) => [
      previewImport(call, input),
      importService(call, input),
      removeService(call, { name: 'guarded' }),
      listServices(call),
      readService(call, 'guarded'),
    ];
    for (const work of works(member.call())) expect(await codeOf(work)).toBe('permission_denied');
    expect(await codeOf(importService(admin.call(), input))).toBe('wrong_proof');
    expect(await codeOf(importService(admin.call(), { ...input, proof: { password: admin.password } }))).toBe(
      'done',
    );
    expect(await codeOf(removeService(admin.call(), { name: 'guarded' }))).toBe('wrong_proof');
    expect((await listServices(admin.call())).map(({ name }) => name)).toContain('guarded');
  });

  it('a change of what has moved on, and a new service where there is one already', async () => {
    await importOf('stale');
    const changed = documentOf(stores, health);
    const importAt = (version: number) =>
      codeOf(importService(systemCall(), { ...inputOf('stale', changed), version }));
    expect(await importAt(0)).toBe('stale_version');
    expect(await importAt(2)).toBe('stale_version');
    expect(await importAt(1)).toBe('done');
    expect(await codeOf(removeService(systemCall(), { name: 'stale', version: 1 }))).toBe('stale_version');
  });

  it.each([
    ['environment', {}, /is a service of this desk/],
    ['desk', {}, /is a service of this desk/],
    ['Shop', {}, /a–z/],
    ['shop.x', {}, /a–z/],
    [
      'ok',
      { contexts: [{ type: 'store', parameter: 'shopId' }] },
      /No path has \{shopId\}. Paths have \{storeId\}/,
    ],
    ['ok', { contexts: [{ type: 'global', parameter: 'storeId' }] }, /global is no type/],
    ['ok', { contexts: [...contexts, ...contexts] }, /stands twice/],
    ['ok', { basePath: 'v2' }, /begins with \//],
    ['ok', { basePath: '/a/../b' }, /dot segments/],
    ['ok', { document: documentOf(stores, health).replace('/v2', '/{open}') }, /base path/],
    ['ok', { document: '' }, /empty/],
  ])('%s with %j', async (name, given, expected) => {
    const input = { ...inputOf(name), ...given };
    await expect(previewImport(systemCall(), input)).rejects.toThrow(expected);
    await expect(importService(systemCall(), input)).rejects.toMatchObject({ code: 'invalid_input' });
  });
});
