import { describe, expect, it } from 'vitest';
import { copyReason, editReason, removeReason } from './tool-reasons';

describe('the tools', () => {
  it('Edit and Copy take exactly one token and say so', () => {
    expect([editReason(1), copyReason(1)]).toEqual([null, null]);
    expect([editReason(0), copyReason(0)]).toEqual(['Choose one token to edit', 'Choose one token to copy']);
    expect([editReason(2), copyReason(2)]).toEqual(['Edit takes one token', 'Copy takes one token']);
  });

  it('Remove takes one or more, and no more than the verb takes at once', () => {
    expect([removeReason(1), removeReason(1_000)]).toEqual([null, null]);
    expect(removeReason(0)).toBe('Choose the tokens to remove');
    expect(removeReason(1_001)).toMatch(/at most 1,000/);
  });
});
