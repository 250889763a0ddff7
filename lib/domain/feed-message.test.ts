import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFeedChange, readFeedUse } from './feed-message';

describe('messages of the feed', () => {
  it('reads a change, and what it lacks as empty', () => {
    expect(readFeedChange('{"seq":5,"action":"environment.stopped","subjectId":"shop"}')).toEqual({
      seq: 5,
      action: 'environment.stopped',
      outcome: '',
      subjectKind: '',
      subjectId: 'shop',
      context: null,
      actorName: '',
      at: '',
    });
  });

  it('reads a use', () => {
    const use = { tokenId: 'a', at: '2026-11-22T00:00:00Z', address: '192.0.2.1', userAgent: 'curl' };
    expect(readFeedUse(JSON.stringify(use))).toEqual(use);
  });

  it('passes over anything else without an error', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (data) => {
        const change = readFeedChange(data);
        expect(change === null || typeof change.seq === 'number').toBe(true);
        expect(() => readFeedUse(data)).not.toThrow();
      }),
    );
    expect(readFeedChange('[]')).toBeNull();
    expect(readFeedChange('null')).toBeNull();
  });
});
