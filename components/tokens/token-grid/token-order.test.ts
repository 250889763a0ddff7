import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { testNow, testRow } from './test-row';
import { compareKeys, sortColumns, sortKey, type SortColumn } from './token-order';
import type { TokenRow } from '@/lib/domain/token-view';

const compareTokens = (column: SortColumn, left: TokenRow, right: TokenRow) =>
  compareKeys(sortKey(column, left, testNow), sortKey(column, right, testNow));
const sorted = (rows: TokenRow[], column: SortColumn) =>
  [...rows]
    .sort((left, right) => compareTokens(column, left, right))
    .map((row) => row.id)
    .join(' ');

describe('the order of the grid', () => {
  it('by Expires is a staircase: soonest first, then never, then what has ended, the latest first', () => {
    const rows = [
      testRow('never', { expiresAt: null }),
      testRow('longGone', { expiresAt: '2026-10-10T00:00:00.000Z' }),
      testRow('spring', { expiresAt: '2027-03-01T00:00:00.000Z' }),
      testRow('gone', { expiresAt: '2026-11-02T00:00:00.000Z' }),
      testRow('soon', { expiresAt: '2026-11-25T00:00:00.000Z' }),
    ];
    expect(sorted(rows, 'expires')).toBe('soon spring never gone longGone');
    expect(sorted(rows, 'status')).toBe('soon spring never gone longGone');
  });

  it('by Description reads numbers as numbers and does not mind capitals', () => {
    const rows = ['node 10', 'Node 9', 'älter'].map((description, index) =>
      testRow(`${index}`, { description }),
    );
    expect(sorted(rows, 'description')).toBe('2 1 0');
  });

  it('by Access puts full access last, whatever a limited token holds', () => {
    const rows = [
      testRow('full', { access: 'full', permissionCount: 0 }),
      testRow('many', { permissionCount: 900 }),
      testRow('one', { permissionCount: 1 }),
    ];
    expect(sorted(rows, 'access')).toBe('one many full');
  });

  it('by Last used puts never used first', () => {
    const rows = [
      testRow('now'),
      testRow('never', { lastUsedAt: null }),
      testRow('then', { lastUsedAt: '2025-01-01T00:00:00.000Z' }),
    ];
    expect(sorted(rows, 'lastUsed')).toBe('never then now');
  });

  it('is an order, for any rows and every column', () => {
    const date = fc.option(
      fc
        .date({ min: new Date('2024-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
        .map((at) => at.toISOString()),
    );
    const row = fc
      .record({
        expiresAt: date,
        lastUsedAt: date,
        access: fc.constantFrom('full' as const, 'limited' as const),
        permissionCount: fc.nat(9),
        withdrawnCount: fc.nat(3),
      })
      .map((changes) => testRow('x', changes));
    fc.assert(
      fc.property(fc.constantFrom(...sortColumns), row, row, row, (column, one, two, three) => {
        const compare = (left: TokenRow, right: TokenRow) => compareTokens(column, left, right);
        expect(Math.sign(compare(one, two))).toBe(0 - Math.sign(compare(two, one)));
        if (compare(one, two) <= 0 && compare(two, three) <= 0)
          expect(compare(one, three)).toBeLessThanOrEqual(0);
        expect(compare(one, one)).toBe(0);
      }),
    );
  });
});
