import { describe, expect, it } from 'vitest';
import { agoInWords, removalUses } from './remove-facts';
import { testNow, testRow } from './token-grid/test-row';

const before = (minutes: number) => new Date(testNow.getTime() - minutes * 60_000).toISOString();

describe('what Remove says of the tokens', () => {
  it('names what is still in use first, and what has ended last', () => {
    const uses = removalUses(
      [
        testRow('ended', { expiresAt: '2026-11-02T00:00:00.000Z', lastUsedAt: before(5) }),
        testRow('never', { lastUsedAt: null, createdAt: before(2 * 24 * 60) }),
        testRow('hours', { lastUsedAt: before(180) }),
        testRow('minutes', { lastUsedAt: before(41) }),
        testRow('month', { lastUsedAt: before(30 * 24 * 60) }),
      ],
      testNow,
    );
    expect(uses.map((use) => [use.row.id, use.isAtWork])).toEqual([
      ['minutes', true],
      ['hours', true],
      ['month', false],
      ['never', false],
      ['ended', false],
    ]);
    expect(uses[0]).toMatchObject({ first: 'Used 41 minutes ago', second: 'from 10.2.0.14, curl/8.1' });
    expect(uses[3]).toMatchObject({ first: 'Never used', second: 'signed out 2 days ago' });
    expect(uses[4]).toMatchObject({ second: 'ended on 01-11-2026' });
  });

  it('counts time in words', () => {
    const said = (minutes: number) => agoInWords(new Date(before(minutes)), testNow);
    expect([0, 1, 59, 60, 1_439, 1_440, 19 * 1_440].map(said)).toEqual([
      'just now',
      '1 minute ago',
      '59 minutes ago',
      '1 hour ago',
      '23 hours ago',
      '1 day ago',
      'on 03-11-2026',
    ]);
  });
});
