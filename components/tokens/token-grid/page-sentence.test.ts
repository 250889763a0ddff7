import { describe, expect, it } from 'vitest';
import { countTokens, pageSentence, type SentenceCounts } from './page-sentence';
import { testNow, testRow } from './test-row';
import { filterTokens, noFilter } from './token-filter';

const none: SentenceCounts = { live: 0, ending: 0, neverUsed: 0, narrowed: 0, expired: 0 };
const read = (counts: Partial<SentenceCounts>) => {
  const { opening, clauses } = pageSentence({ ...none, ...counts });
  return `${opening}${clauses.map((each) => each.before + each.text).join('')}${clauses.length > 0 ? '.' : ''}`;
};

describe('the sentence that opens the page', () => {
  it('reads as drawn', () => {
    expect(read({ live: 13, ending: 3, neverUsed: 2, narrowed: 1, expired: 2 })).toBe(
      'Thirteen tokens are signed out in your name. Three end within ten days, two have never been used, one has lost permissions; two have ended.',
    );
  });

  it('leaves out what there is none of', () => {
    expect(read({ live: 1 })).toBe('One token is signed out in your name.');
    expect(read({ live: 2, narrowed: 2 })).toBe(
      'Two tokens are signed out in your name. Two have lost permissions.',
    );
    expect(read({ expired: 1 })).toBe('Nothing is signed out in your name. One has ended.');
    expect(read({})).toBe('Nothing is signed out in your name.');
  });

  it('writes figures beyond twenty', () => {
    expect(read({ live: 10_000, ending: 21 })).toBe(
      '10,000 tokens are signed out in your name. 21 end within ten days.',
    );
  });

  it('counts what its clauses then show', () => {
    const rows = [
      testRow('a', { expiresAt: '2026-11-25T00:00:00.000Z', withdrawnCount: 1, lastUsedAt: null }),
      testRow('b', { expiresAt: '2026-11-02T00:00:00.000Z', withdrawnCount: 1, lastUsedAt: null }),
      testRow('c'),
    ];
    const counts = countTokens(rows, testNow);
    expect(counts).toEqual({ live: 2, ending: 1, neverUsed: 1, narrowed: 1, expired: 1 });
    for (const { clause } of pageSentence(counts).clauses) {
      expect(filterTokens(rows, { ...noFilter, clause }, testNow)).toHaveLength(counts[clause]);
    }
  });
});
