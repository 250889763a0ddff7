import { describe, expect, it } from 'vitest';
import type { EnvironmentStatus } from '@/lib/domain/environment-view';
import { dayInWords, dayStrokes } from './day-geometry';

const now = new Date('2026-11-22T12:00:00.000Z');
const span = (fromHours: number, toHours: number, status: EnvironmentStatus) => ({
  from: new Date(now.getTime() - fromHours * 3_600_000).toISOString(),
  to: new Date(now.getTime() - toHours * 3_600_000).toISOString(),
  status,
});

describe('the last 24 hours', () => {
  it('draws running and sleeping, and leaves stopped blank', () => {
    const strokes = dayStrokes([span(12, 6, 'running'), span(6, 3, 'stopped'), span(3, 0, 'sleeping')], now);
    expect(strokes).toEqual([
      { left: 50, width: 25, status: 'running' },
      { left: 87.5, width: 12.5, status: 'sleeping' },
    ]);
  });

  it('cuts what began before the day, and what lies outside it', () => {
    expect(dayStrokes([span(60, 30, 'running'), span(30, 0, 'running')], now)).toEqual([
      { left: 0, width: 100, status: 'running' },
    ]);
  });

  it('lets the present status reach now, however old the row is', () => {
    expect(dayStrokes([span(12, 1, 'running')], now)).toEqual([{ left: 50, width: 50, status: 'running' }]);
  });

  it('says the same in words', () => {
    expect(dayInWords([span(6, 0, 'running')], now)).toBe('running for 6 h in the last 24 hours');
    expect(dayInWords([span(24, 0, 'stopped')], now)).toBe('stopped in the last 24 hours');
    expect(dayInWords([span(24, 12, 'running'), span(12, 0, 'sleeping')], now)).toBe(
      'running for 12 h, asleep for 12 h in the last 24 hours',
    );
  });
});
