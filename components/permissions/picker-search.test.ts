import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { smallIndex } from './picker-fixture';
import { pickerRows, type PickerRow } from './picker-rows';
import { createSearch } from './picker-search';
import { headOf, keyStep } from './picker-keys';

const index = smallIndex();
const search = createSearch(index);
const none: ReadonlySet<string> = new Set();
const rows = (query: string, only: ReadonlySet<string> | null = null) =>
  pickerRows(index, { matches: search(query), only, closed: none });
const keys = (list: readonly PickerRow[]) => list.map((row) => row.key);

describe('search over permissions', () => {
  it('an empty query filters nothing', () => {
    expect(search('   ')).toBeNull();
    expect(rows('')).toHaveLength(index.operations.length + index.groups.length);
  });

  it('finds codes and summaries in any case, and marks where', () => {
    const match = search('STOP')?.get('environment.control.StopEnv');
    expect(match?.marks()).toEqual({ codeRanges: [[20, 24]], summaryRanges: [[0, 4]] });
    expect(search('for good')?.size).toBe(1);
  });

  it('every word must be found, and overlapping marks become one', () => {
    expect([...(search('env list')?.keys() ?? [])]).toEqual([
      'environment.control.GetEnvs',
      'environment.deployment.GetArchives',
    ]);
    expect(search('stopenv penv')?.get('environment.control.StopEnv')?.marks().codeRanges).toEqual([
      [20, 27],
    ]);
    expect(search('stop nothing-like-it')?.size).toBe(0);
  });

  it('ranks the operation itself before its summary, and its group first', () => {
    expect(keys(rows('deploy')).slice(0, 3)).toEqual([
      'environment.deployment',
      'environment.deployment.Deploy',
      'environment.deployment.GetArchives',
    ]);
    expect(keys(rows('install'))).toEqual(['marketplace.jps', 'marketplace.jps.Install']);
  });

  it('marks only what stands in the text', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), (query) => {
        for (const [code, match] of search(query) ?? []) {
          for (const [start, end] of match.marks().codeRanges) {
            expect(start).toBeLessThan(end);
            expect(end).toBeLessThanOrEqual(code.length);
          }
        }
      }),
    );
  });
});

describe('the lines of the list', () => {
  it('only checked shows the checked ones under their heads, also in closed groups', () => {
    const only = new Set(['environment.control.StopEnv']);
    const closed = new Set(['environment.control']);
    expect(keys(pickerRows(index, { matches: null, only, closed }))).toEqual([
      'environment.control',
      'environment.control.StopEnv',
    ]);
  });

  it('a closed group is its head alone', () => {
    const list = pickerRows(index, { matches: null, only: null, closed: new Set(['environment.control']) });
    expect(keys(list).slice(0, 2)).toEqual(['environment.control', 'environment.deployment']);
  });

  it('arrows move and stop at the ends; Left goes up and closes; Right opens and goes in', () => {
    const list = rows('');
    expect(keyStep(list, 0, 'ArrowUp')).toEqual({ kind: 'move', to: 0 });
    expect(keyStep(list, 0, 'End')).toEqual({ kind: 'move', to: list.length - 1 });
    expect(keyStep(list, 3, 'ArrowLeft')).toEqual({ kind: 'move', to: 0 });
    expect(keyStep(list, 0, 'ArrowLeft')).toEqual({ kind: 'close', component: 'environment.control' });
    expect(keyStep(list, 0, 'ArrowRight')).toEqual({ kind: 'move', to: 1 });
    const closed = pickerRows(index, { matches: null, only: null, closed: new Set(['environment.control']) });
    expect(keyStep(closed, 0, 'ArrowRight')).toEqual({ kind: 'open', component: 'environment.control' });
    expect(keyStep(list, 0, 'a')).toBeNull();
    expect(headOf(list, 7)).toBe(6);
  });
});
