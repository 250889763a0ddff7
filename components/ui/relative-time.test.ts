import { describe, expect, it } from 'vitest';
import { exactTime, relativeTime } from './relative-time';

const now = new Date('2026-11-22T12:00:00.000Z');
const ago = (seconds: number) => relativeTime(new Date(now.getTime() - seconds * 1_000), now);

describe('how long ago', () => {
  it.each([
    [0, 'just now'],
    [-30, 'just now'],
    [4, 'just now'],
    [50, '50 s ago'],
    [60, '1 min ago'],
    [41 * 60, '41 min ago'],
    [23 * 3_600, '23 h ago'],
    [3 * 86_400, '3 d ago'],
    [14 * 86_400, '08-11-2026'],
  ])('%i seconds before now reads %s', (seconds, text) => {
    expect(ago(seconds)).toBe(text);
  });

  it('gives the exact instant in UTC for titles', () => {
    expect(exactTime(new Date('2026-11-22T00:41:07.500Z'))).toBe('22-11-2026 00:41:07 UTC');
  });
});
