import { describe, expect, it } from 'vitest';
import { smallIndex } from '@/components/permissions/picker-fixture';
import type { Access } from '@/lib/domain/grant';
import { diffToken, diffWords, isNoChange, teethOf, type TokenShape } from './diff-token';
import { stays } from './stays';

const index = smallIndex();
const picked = (...permissions: string[]): Access => ({
  kind: 'limited',
  entries: [{ context: 'project:shop', permissions }],
});
const start = 'environment.control.StartEnv';
const stop = 'environment.control.StopEnv';
const before: TokenShape = {
  description: 'CI',
  expiry: '19-12-2026',
  access: picked(start),
  mayUseInUrls: true,
};

describe('what will change', () => {
  it('names each permission added and removed, with its context', () => {
    const diff = diffToken(index, before, { ...before, access: picked(stop) });
    expect(diff.added).toEqual([{ permission: stop, context: 'project:shop' }]);
    expect(diff.removed).toEqual([{ permission: start, context: 'project:shop' }]);
    expect(diffWords(diff)).toEqual(['1 permission more', '1 permission fewer']);
  });

  it('the same permission in another context is another grant', () => {
    const access: Access = { kind: 'limited', entries: [{ context: 'global', permissions: [start] }] };
    const diff = diffToken(index, before, { ...before, access });
    expect([diff.added.length, diff.removed.length, diff.kept.length]).toEqual([1, 1, 0]);
  });

  it('everything of a new token is added', () => {
    const diff = diffToken(index, null, before);
    expect(diff.added).toHaveLength(1);
    expect(diff.expiry).toMatchObject({ before: null, after: '19-12-2026' });
    expect(diff.description).toBeNull();
  });

  it('resolves a set to what it holds, and says that its name is kept', () => {
    const access: Access = { kind: 'limited', entries: [{ context: 'project:shop', set: 'Maven Plugin' }] };
    const diff = diffToken(index, before, { ...before, access });
    expect(diff.added).toHaveLength(2);
    expect(diff.sets).toEqual([{ context: 'project:shop', before: null, after: 'Maven Plugin' }]);
  });

  it('to and from full access nothing is added by name', () => {
    const diff = diffToken(index, before, { ...before, access: { kind: 'full' } });
    expect(diff.access).toEqual({ before: 'limited', after: 'full' });
    expect(diff.added).toEqual([]);
    expect(diff.removed).toEqual([]);
  });

  it('knows when nothing changes, and names every other field', () => {
    expect(isNoChange(diffToken(index, before, { ...before }))).toBe(true);
    const diff = diffToken(index, before, {
      ...before,
      description: 'CD',
      expiry: '20-12-2026',
      mayUseInUrls: false,
    });
    expect(isNoChange(diff)).toBe(false);
    expect(diff.expiry?.change).toBe('1 day later');
    expect(diffWords(diff)).toEqual(['the description', 'the expiry', 'its use in URLs']);
  });

  it('names every limit that changes, and no limit is none', () => {
    const limits = { addresses: ['192.0.2.7'], notBefore: '01-12-2026', requestsPerMinute: 60 };
    const none = { addresses: [], notBefore: null, requestsPerMinute: null };
    expect(isNoChange(diffToken(index, before, { ...before, ...none }))).toBe(true);
    expect(isNoChange(diffToken(index, { ...before, ...limits }, { ...before, ...limits }))).toBe(true);
    const diff = diffToken(index, before, { ...before, ...limits });
    expect(diff).toMatchObject({
      addresses: { before: [], after: ['192.0.2.7'] },
      notBefore: { before: null, after: '01-12-2026' },
      requestsPerMinute: { before: null, after: 60 },
    });
    expect(diffWords(diff)).toEqual(['its allowed addresses', 'its first day', 'its requests a minute']);
    const after = { ...before, ...limits };
    expect(stays(diffToken(index, after, after), { before: after, after })).toBe(
      '1 permission, the description, the expiry 19-12-2026, use in URLs, the address it is taken from, the first day 01-12-2026, 60 requests a minute and the secret',
    );
  });

  it('cuts a tooth once for a permission that holds in two contexts', () => {
    const grants = [
      { permission: stop, context: 'global' },
      { permission: stop, context: 'project:shop' },
      { permission: 'marketplace.jps.Install', context: 'global' },
    ];
    expect(teethOf(index, grants)).toEqual([1, 0, 1]);
  });
});
