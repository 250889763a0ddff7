import { describe, expect, it } from 'vitest';
import { noLimitTexts } from './limit-fields';
import { isTyped, rebaseFields } from './rebase-form';
import { fieldOf, sortRefusal } from './refusal';

const refuse = (code: Parameters<typeof sortRefusal>[0]['code'], details = {}) =>
  sortRefusal({ code, message: 'A sentence.', details });

describe('where a refusal is shown', () => {
  it('PWD-5 a wrong password stands at its field, with the tries left', () => {
    expect(refuse('wrong_proof', { triesLeft: 4 })).toEqual({
      at: 'password',
      message: 'That is not your password: 4 tries left before a pause of 30 s.',
    });
    expect(refuse('wrong_proof', { triesLeft: 1 })).toMatchObject({
      message: expect.stringContaining('1 try left'),
    });
    expect(refuse('proof_locked', { retryAfterSeconds: 27 })).toEqual({ at: 'pause', seconds: 27 });
  });

  it('what is not held is named at the picker', () => {
    const missing = [{ permission: 'environment.control.DeleteEnv', context: 'project:shop' }];
    expect(refuse('permission_denied', { missing })).toEqual({ at: 'picker', missing });
    expect(refuse('permission_denied')).toEqual({ at: 'line', message: 'A sentence.' });
  });

  it('issues go to their fields, those of the proof to the password', () => {
    expect(refuse('invalid_input', { issues: [{ path: 'fields.expiry', message: 'Past.' }] })).toMatchObject({
      at: 'fields',
    });
    expect(refuse('invalid_input', { issues: [{ path: 'proof.password', message: 'Missing.' }] })).toEqual({
      at: 'password',
      message: 'Missing.',
    });
    expect(fieldOf({ path: 'fields.access.entries.0', message: '' })).toBe('access');
    expect(fieldOf({ path: 'fields.addresses.2', message: '' })).toBe('addresses');
    expect(fieldOf({ path: 'version', message: '' })).toBeNull();
  });

  it('all else is one line', () => {
    expect(refuse('stale_version')).toEqual({ at: 'stale' });
    expect(refuse('overloaded')).toEqual({ at: 'line', message: 'A sentence.' });
  });
});

describe('a form over a token that changed elsewhere', () => {
  it('keeps what was typed and takes the rest as it is now', () => {
    const base = { description: 'A', expiry: '01-01-2027', ...noLimitTexts };
    const typed = { ...base, description: 'Mine', requestsPerMinute: '30' };
    const present = {
      description: 'Theirs',
      expiry: '02-02-2027',
      mayUseInUrls: false,
      addresses: '192.0.2.0/24',
      notBefore: '01-12-2026',
      requestsPerMinute: '60',
    };
    expect(rebaseFields(base, typed, present)).toEqual({
      ...present,
      description: 'Mine',
      requestsPerMinute: '30',
    });
    expect([isTyped(base, typed), isTyped(base, { ...base })]).toEqual([true, false]);
  });
});
