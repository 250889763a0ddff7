import { describe, expect, it } from 'vitest';
import { nextRows } from './rows-state';
import { testRow } from './test-row';

const state = { rows: [testRow('a'), testRow('b')], total: 3 };
const use = (tokenId: string, at: string) => ({ tokenId, at, address: '10.0.0.9', userAgent: 'wget' });

describe('the rows of the grid', () => {
  it('a chunk adds what was missing and takes the total from the server', () => {
    const next = nextRows(state, { kind: 'chunk', rows: [testRow('b'), testRow('c')], total: 3 });
    expect(next.rows.map((row) => row.id)).toEqual(['a', 'b', 'c']);
  });

  it('an answer that comes late does not undo a newer version', () => {
    const edited = nextRows(state, { kind: 'row', row: testRow('a', { version: 2, description: 'Edited' }) });
    const late = nextRows(edited, { kind: 'chunk', rows: [testRow('a')], total: 3 });
    expect(late.rows[0]?.description).toBe('Edited');
  });

  it('the same version is taken: losing a role narrows a token without changing it', () => {
    const next = nextRows(state, { kind: 'row', row: testRow('a', { withdrawnCount: 1 }) });
    expect(next).toMatchObject({ total: 3, rows: [{ id: 'a', withdrawnCount: 1 }, { id: 'b' }] });
  });

  it('a new row counts', () => {
    expect(nextRows(state, { kind: 'row', row: testRow('n') }).total).toBe(4);
  });

  it('removed rows go, and are counted once', () => {
    const next = nextRows(state, { kind: 'removed', ids: new Set(['a', 'unknown']) });
    expect(next).toMatchObject({ total: 2, rows: [{ id: 'b' }] });
    expect(nextRows(next, { kind: 'removed', ids: new Set(['a']) }).total).toBe(2);
  });

  it('a use is shown at once, and an older one never takes its place', () => {
    const [late, early] = ['2026-11-22T00:50:00.000Z', '2026-11-22T00:40:00.000Z'];
    const used = nextRows(state, { kind: 'used', uses: [use('a', late), use('a', early)] });
    expect(used.rows[0]).toMatchObject({
      lastUsedAt: late,
      lastUsedAddress: '10.0.0.9',
      lastUsedAgent: 'wget',
    });
    expect(used.rows[1]).toBe(state.rows[1]);
    const refetched = nextRows(used, { kind: 'row', row: testRow('a', { description: 'Fresh' }) });
    expect(refetched.rows[0]).toMatchObject({ description: 'Fresh', lastUsedAt: late });
  });
});
