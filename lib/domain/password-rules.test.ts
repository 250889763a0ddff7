import { expect, test } from 'vitest';
import { newPasswordSchema } from './password-rules';
import { weaknessOf } from './password-weakness';

const isAccepted = (password: string) => newPasswordSchema.safeParse(password).success;

test('PWD-2 a password is 15 characters or more, counted as a person counts them', () => {
  expect(isAccepted('a'.repeat(14))).toBe(false);
  expect(isAccepted('a'.repeat(15))).toBe(true);
  expect(isAccepted('🦉'.repeat(14))).toBe(false);
  expect(isAccepted('🦉'.repeat(15))).toBe(true);
  expect(isAccepted('e\u0301'.repeat(14))).toBe(false);
});

test('PWD-2 long ones are accepted: 64 emoji, 256 bytes, 1,024 characters; more than that is refused', () => {
  expect(isAccepted('🦉'.repeat(64))).toBe(true);
  expect(isAccepted('é'.repeat(128))).toBe(true);
  expect(isAccepted('a'.repeat(1_024))).toBe(true);
  expect(isAccepted('a'.repeat(1_025))).toBe(false);
});

test('PWD-2 nothing is trimmed and no composition is asked for', () => {
  expect(newPasswordSchema.parse('  violet otter maps  ')).toBe('  violet otter maps  ');
  expect(isAccepted('onlylowercaseletters')).toBe(true);
});

test.each([
  'passwordpassword',
  'Password1234567!',
  'P@ssw0rdP@ssw0rd',
  'tokendesk-password',
  'Tokendesk2026Welcome!',
  'qwertyuiopasdfgh',
  '1qaz2wsx3edc4rfv',
  'abcdefghijklmnop',
  '1234567890123456',
  'aaaaaaaaaaaaaaaa',
  'abcabcabcabcabcabc',
  'letmeinletmeinletmein',
  'adalovelace-example',
  'correcthorsebatterystaple',
  'summer-winter-2025',
])('PWD-7 a password of what is tried first is refused: %s', (password) => {
  expect(weaknessOf(password, ['Ada Lovelace', 'ada@example.org'])).not.toBeNull();
});

test.each([
  'violet otter counts 17 maps',
  'grumpy-teapot-migrates-slowly',
  'vP9#kLm2$qRt7&wZ',
  'der Igel frisst um neun',
  'пять сонных барсуков',
  'my password is a heron at dusk',
])('PWD-7 a password of one’s own is accepted: %s', (password) => {
  expect(weaknessOf(password, ['Ada Lovelace', 'ada@example.org'])).toBeNull();
});
