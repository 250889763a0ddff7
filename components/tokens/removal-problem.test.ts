import { describe, expect, it } from 'vitest';
import { errorCodes } from '@/lib/domain/errors';
import { removalProblem } from './removal-problem';

const of = (code: (typeof errorCodes)[number], details = {}) =>
  removalProblem({ code, message: 'What the verb said.', details });

describe('why tokens were not removed', () => {
  it('PWD-5 a wrong password is told at its field, in the words of the verb', () => {
    expect(of('wrong_proof', { triesLeft: 3 })).toEqual({
      message: 'What the verb said.',
      isAtField: true,
      isStale: false,
    });
    expect(of('proof_locked', { retryAfterSeconds: 60 }).isAtField).toBe(true);
    expect(
      of('invalid_input', { issues: [{ path: 'proof.password', message: 'The password is missing.' }] }),
    ).toMatchObject({
      message: 'The password is missing.',
      isAtField: true,
    });
  });

  it('a token changed elsewhere makes the list be read again', () => {
    expect(of('stale_version').isStale).toBe(true);
    expect(of('not_found').isStale).toBe(true);
    expect(removalProblem(null).isStale).toBe(true);
  });

  it('every other error is a sentence beside the field, never silence', () => {
    for (const code of errorCodes) expect(of(code).message).not.toBe('');
  });
});
