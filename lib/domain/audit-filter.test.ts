import { describe, expect, it } from 'vitest';
import { exportName, isChosen, judgeAuditChoice, readAuditChoice, wholeLog } from './audit-filter';

const judge = (parameters: Record<string, string | string[]>) =>
  judgeAuditChoice(readAuditChoice(parameters));

describe('the filter of the log in an address', () => {
  it('nothing chosen is the whole log; what stands twice counts for nothing', () => {
    expect(judge({})).toEqual({ problem: null, filter: wholeLog });
    expect(judge({ address: ['10.0.0.1', '10.0.0.2'], unknown: 'x' })).toEqual({
      problem: null,
      filter: wholeLog,
    });
    expect(isChosen(readAuditChoice({}))).toBe(false);
    expect(isChosen(readAuditChoice({ outcome: 'done' }))).toBe(true);
  });

  it('days are whole days of UTC: the last one is part of it', () => {
    const { filter } = judge({ from: '01-11-2026', to: '02-11-2026' });
    expect(filter?.since?.toISOString()).toBe('2026-11-01T00:00:00.000Z');
    expect(filter?.until?.toISOString()).toBe('2026-11-03T00:00:00.000Z');
    expect(judge({ from: '02-11-2026', to: '02-11-2026' }).filter).not.toBeNull();
  });

  it('an action is one or a group; addresses are compared in small letters', () => {
    expect(judge({ action: 'token.removed' }).filter?.actions).toEqual(['token.removed']);
    expect(judge({ action: 'sign-in' }).filter?.actions).toContain('person.sign-in-refused');
    expect(judge({ address: ' 2001:DB8::1 ' }).filter?.address).toBe('2001:db8::1');
  });

  const unreadable: [string, Record<string, string>][] = [
    ['an action that does not exist', { action: "token.removed' OR 1=1" }],
    ['an outcome that does not exist', { outcome: 'maybe' }],
    ['a day that does not exist', { from: '31-02-2026' }],
    ['a day in another order', { to: '2026-11-01' }],
    ['days the wrong way round', { from: '03-11-2026', to: '02-11-2026' }],
  ];
  for (const [what, parameters] of unreadable) {
    it(`${what} is said, and never shows everything`, () => {
      const { filter, problem } = judge(parameters);
      expect(filter).toBeNull();
      expect(problem).toMatch(/\.$/);
    });
  }

  it('a file is named after its days', () => {
    const now = new Date('2026-11-22T12:00:00Z');
    expect(exportName('audit', readAuditChoice({ from: '01-11-2026', to: '20-11-2026' }), now)).toBe(
      'audit-01-11-2026-20-11-2026.csv',
    );
    expect(exportName('activity', readAuditChoice({}), now)).toBe('activity-beginning-22-11-2026.csv');
  });
});
