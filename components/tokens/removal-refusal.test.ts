import { describe, expect, it } from 'vitest';
import { errorCodes, type ErrorDetails } from '@/lib/domain/errors';
import { removalRefusal } from './removal-refusal';

const of = (code: (typeof errorCodes)[number], details: ErrorDetails = {}) =>
  removalRefusal({ code, message: 'What the verb said.', details });

describe('why tokens were not removed', () => {
  it('PWD-5 a wrong password is told at its field, with the tries that are left', () => {
    const { refusal, isStale } = of('wrong_proof', { triesLeft: 3 });
    expect(refusal).toMatchObject({ at: 'password' });
    expect(JSON.stringify(refusal)).toContain('3 tries left');
    expect(isStale).toBe(false);
    expect(of('proof_locked', { retryAfterSeconds: 60 }).refusal).toEqual({ at: 'pause', seconds: 60 });
  });

  it('a token changed elsewhere, or no answer at all, makes the list be read again', () => {
    expect(of('stale_version').isStale).toBe(true);
    expect(of('not_found').isStale).toBe(true);
    expect(removalRefusal(null).isStale).toBe(true);
  });

  it('every refusal has a place in the dialog, never silence', () => {
    const details = {
      issues: [{ path: 'tokens', message: 'A token stands twice.' }],
      missing: [{ permission: 'a.b.C', context: 'global' }],
    };
    for (const code of errorCodes)
      expect(['password', 'pause', 'line']).toContain(of(code, details).refusal.at);
  });
});
