import { expect, test } from 'vitest';
import { deriveKey, seal, unseal } from './seal';

test('API-6 a sealed text opens under its own key and binding alone', () => {
  const key = deriveKey('a reply', ['vera', 'retry-1']);
  const sealed = seal(key, 'the secret', 'print');
  expect(unseal(deriveKey('a reply', ['vera', 'retry-1']), sealed, 'print')).toBe('the secret');
  expect(unseal(deriveKey('a reply', ['vera', 'retry-2']), sealed, 'print')).toBeNull();
  expect(unseal(deriveKey('a reply', ['vera","retry-1']), sealed, 'print')).toBeNull();
  expect(unseal(key, sealed, 'another')).toBeNull();
  expect(unseal(key, 'AAAA', 'print')).toBeNull();
});

test('API-6 a sealed text with one bit changed does not open', () => {
  const key = deriveKey('a reply');
  const bytes = Buffer.from(seal(key, 'the secret', 'print'), 'base64url');
  for (let index = 0; index < bytes.length; index += 1) {
    const changed = Buffer.from(bytes);
    changed[index] = (changed[index] ?? 0) ^ 1;
    expect(unseal(key, changed.toString('base64url'), 'print')).toBeNull();
  }
});
