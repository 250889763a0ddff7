import { beforeAll, describe, expect, it } from 'vitest';
import { createPersonFixture, createProjectFixture } from '@/tests/support/desk';
import { unpackCatalog } from '@/lib/domain/packed-catalog';
import { currentCatalog } from './current-catalog';
import { readPicker } from './picker-view';

beforeAll(async () => {
  for (const key of ['shop', 'blog']) await createProjectFixture(key);
});

describe('readPicker', () => {
  it('AZ-1 offers the contexts in which the person holds something, global first', async () => {
    const developer = await createPersonFixture({
      name: 'Vera Blum',
      roles: [{ role: 'developer', context: 'project:shop' }],
    });
    const view = await readPicker(developer.call());
    expect(view.contexts).toEqual([
      { context: 'global', title: 'Everywhere' },
      { context: 'project:shop', title: 'shop' },
    ]);
    expect(view.rights).toEqual([{ context: 'project:shop', patterns: expect.any(Array) as string[] }]);
    if (view.catalog === null) throw new Error('The catalog was not sent.');
    expect(
      unpackCatalog(view.catalog)
        .operations.map(({ code }) => code)
        .sort(),
    ).toEqual(
      currentCatalog()
        .operations.map(({ code }) => code)
        .sort(),
    );
    expect((await readPicker(developer.call(), view.version)).catalog, 'not sent twice').toBeNull();
  });

  it('offers every project to whoever holds something everywhere', async () => {
    const administrator = await createPersonFixture({
      name: 'Ada Kern',
      roles: [{ role: 'administrator', context: 'global' }],
    });
    const { contexts } = await readPicker(administrator.call());
    expect(contexts.map(({ context }) => context)).toEqual(['global', 'project:blog', 'project:shop']);
  });
});
