import { describe, expect, it } from 'vitest';
import { importedIndex, smallIndex } from './picker-fixture';
import { keyStep } from './picker-keys';
import { pickerRows } from './picker-rows';
import { createSearch } from './picker-search';
import { startPicker, toggleOperation } from './picker-state';
import { startLook } from './use-picker-look';

const index = importedIndex(40, 200);
const rowsOf = (closed: ReadonlySet<string>) => pickerRows(index, { matches: null, only: null, closed });

describe('the picker with an imported service', () => {
  it('has a head for each service, built-in beside imported, and folds what is large', () => {
    const rows = rowsOf(startLook(index, startPicker(index)).closed);
    const heads = rows.filter((row) => row.kind === 'group').map((row) => row.key);
    expect(heads).toEqual([
      'environment',
      'environment.control',
      'environment.deployment',
      'marketplace',
      'marketplace.jps',
      'shop',
    ]);
  });

  it('has no such heads while nothing is imported', () => {
    expect(smallIndex().serviceGroups.size).toBe(0);
  });

  it('opens where something is ticked', () => {
    const picked = toggleOperation(index, startPicker(index), 'shop.part3.Get700');
    const { closed } = startLook(index, picked);
    expect([closed.has('shop'), closed.has('shop.part3'), closed.has('shop.part4')]).toEqual([
      false,
      false,
      true,
    ]);
  });

  it('a search unfolds every hit under its service', () => {
    const rows = pickerRows(index, {
      matches: createSearch(index)('get7999'),
      only: null,
      closed: startLook(index, startPicker(index)).closed,
    });
    expect(rows.map((row) => row.key)).toEqual(['shop', 'shop.part39', 'shop.part39.Get7999']);
  });

  it('Left goes from an operation to its component, folds it, and then goes to the service', () => {
    const rows = rowsOf(new Set(['shop.part1']));
    const component = rows.findIndex((row) => row.key === 'shop.part1');
    expect(keyStep(rows, component, 'ArrowLeft')).toEqual({
      kind: 'move',
      to: rows.findIndex((row) => row.key === 'shop'),
    });
  });

  it('is one tooth of the key, however many components it has', () => {
    expect(index.catalog.teeth.names).toEqual([
      'environment.control',
      'environment.deployment',
      'marketplace.jps',
      'shop',
    ]);
    expect(index.catalog.teeth.sizes.at(-1)).toBe(8_000);
  });

  it('may be ticked in a context that has only its key', () => {
    expect(index.tickableIn('store:17')).toBe(index.tickableIn('global'));
  });
});
