import { describe, expect, it } from 'vitest';
import { testNow, testRow } from './test-row';
import { accessNote, accessText, expiresText, statusText, tokenFacts } from './token-facts';

const facts = (expiresAt: string | null, withdrawnCount = 0) =>
  tokenFacts(testRow('a', { expiresAt, withdrawnCount }), testNow);

describe('what a row says', () => {
  it('TOK-8 names the last day on which a token still works', () => {
    expect(expiresText(facts('2026-11-25T00:00:00.000Z'))).toBe('24-11-2026');
    expect(expiresText(facts(null))).toBe('never');
  });

  it('counts the days to the end by the calendar', () => {
    expect(statusText(facts('2026-11-25T00:00:00.000Z'), testNow)).toBe('Ends in 2 d');
    expect(statusText(facts('2026-11-23T00:00:00.000Z'), testNow)).toBe('Ends today');
    expect(statusText(facts('2026-12-01T00:00:00.000Z'), testNow)).toBe('Ends in 8 d');
    expect(statusText(facts('2026-12-20T00:00:00.000Z'), testNow)).toBe('Active');
  });

  it('says what matters most: the end before the loss', () => {
    expect(statusText(facts('2026-11-22T00:41:00.000Z', 1), testNow)).toBe('Expired');
    expect(statusText(facts('2026-11-25T00:00:00.000Z', 1), testNow)).toBe('Ends in 2 d');
    expect(statusText(facts(null, 1), testNow)).toBe('Narrowed');
  });

  it('turns by itself when the page stays open past the end', () => {
    expect(facts('2026-11-22T00:41:00.001Z').isEnded).toBe(false);
    expect(
      tokenFacts(testRow('a', { expiresAt: '2026-11-22T00:41:00.001Z' }), new Date(testNow.getTime() + 1))
        .isEnded,
    ).toBe(true);
  });

  it('counts only the permissions that still hold', () => {
    const row = testRow('a', { permissionCount: 8, withdrawnCount: 2 });
    expect([accessText(row), accessNote(row)]).toEqual(['6 permissions', '2 permissions withdrawn']);
    expect(accessText(testRow('a', { permissionCount: 1 }))).toBe('1 permission');
    expect(accessNote(testRow('a', { permissionSet: 'Maven Plugin' }))).toBe('Limited, Maven Plugin');
    expect(accessText(testRow('a', { access: 'full' }))).toBe('Full access');
  });
});
