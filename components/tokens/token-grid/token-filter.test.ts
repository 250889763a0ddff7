import { describe, expect, it } from 'vitest';
import { testNow, testRow } from './test-row';
import { contextChoices, filterTokens, noFilter, type TokenFilter } from './token-filter';

const rows = [
  testRow('ci', { description: 'GitLab CI, shop deploys', hint: 'td_pat_7HqV…c6dK' }),
  testRow('full', {
    description: 'Terraform provider',
    access: 'full',
    permissionSet: null,
    contexts: [],
    lastUsedAt: null,
  }),
  testRow('soon', { description: 'For Pavel', expiresAt: '2026-11-25T00:00:00.000Z', withdrawnCount: 1 }),
  testRow('gone', {
    description: 'Old Jenkins',
    expiresAt: '2026-11-02T00:00:00.000Z',
    contexts: ['global'],
    lastUsedAt: null,
  }),
  testRow('two', {
    description: 'Maven release',
    permissionSet: 'Maven Plugin',
    contexts: ['project:billing', 'global'],
  }),
];
const found = (filter: Partial<TokenFilter>) =>
  filterTokens(rows, { ...noFilter, ...filter }, testNow)
    .map((row) => row.id)
    .join(' ');

describe('the filter', () => {
  it('shows everything, in the order given, when nothing is asked', () => {
    expect(found({})).toBe('ci full soon gone two');
    expect(found({ search: '   ' })).toBe('ci full soon gone two');
  });

  it('searches description, hint, context and set; every word must occur, in any order', () => {
    expect(found({ search: 'SHOP gitlab' })).toBe('ci');
    expect(found({ search: '7hqv' })).toBe('ci');
    expect(found({ search: 'project:billing' })).toBe('two');
    expect(found({ search: 'maven plugin' })).toBe('two');
    expect(found({ search: 'full access' })).toBe('full');
    expect(found({ search: 'gitlab nothing' })).toBe('');
  });

  it('takes a pattern for what it is: text', () => {
    expect(found({ search: '.*' })).toBe('');
  });

  it('finds a token in each of its contexts, and full access everywhere', () => {
    expect(found({ context: 'global' })).toBe('gone two');
    expect(found({ context: 'project:billing' })).toBe('two');
    expect(found({ context: 'everywhere' })).toBe('full');
    expect(contextChoices(rows)).toEqual(['everywhere', 'global', 'project:billing', 'project:shop']);
  });

  it('filters by access and by status', () => {
    expect(found({ access: 'full' })).toBe('full');
    expect(found({ status: 'expired' })).toBe('gone');
    expect(found({ status: 'ending' })).toBe('soon');
  });

  it('a clause finds every row it counts, also one whose status says something else', () => {
    expect(found({ clause: 'ending' })).toBe('soon');
    expect(found({ clause: 'narrowed' })).toBe('soon');
    expect(found({ clause: 'neverUsed' })).toBe('full');
    expect(found({ clause: 'expired' })).toBe('gone');
  });
});
