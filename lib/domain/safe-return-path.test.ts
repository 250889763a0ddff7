import fc from 'fast-check';
import { expect, test } from 'vitest';
import { safeReturnPath } from './safe-return-path';

const origin = 'https://desk.example.org';
const start = '/profile/auth-tokens';

test.each([
  '//evil.example',
  '///evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  '/\\/evil.example',
  'https://evil.example',
  'https:evil.example',
  'http://desk.example.org/profile',
  'https://desk.example.org@evil.example/',
  'https://desk.example.org.evil.example/',
  'https://desk.example.org:8443/',
  'https://evil.example/https://desk.example.org/',
  '//desk.example.org@evil.example',
  '/%09/evil.example\t',
  '/\t/evil.example',
  '/\n/evil.example',
  '\u2028//evil.example',
  '/ /evil.example',
  '\u{ff0f}\u{ff0f}evil.example',
  '/\u{ff0f}evil.example',
  '/./\u{ff0f}evil.example',
  '/..//evil.example',
  '/.//evil.example',
  'javascript:alert(1)',
  'JavaScript:alert(1)',
  'data:text/html,x',
  'evil.example',
  '@evil.example',
  '?next=//evil.example',
  '#//evil.example',
  '',
  '/sign-in?callbackUrl=/sign-in',
  '/api/auth/signout',
  '/setup',
  `/${'a'.repeat(3_000)}`,
])('SES-6 a return address that could leave the desk leads to the start page: %j', (presented) => {
  expect(safeReturnPath(presented, origin)).toBe(start);
});

test('SES-6 nothing at all leads to the start page', () => {
  expect(safeReturnPath(null, origin)).toBe(start);
  expect(safeReturnPath(undefined, origin)).toBe(start);
});

test.each([
  ['/environments', '/environments'],
  ['/admin/audit?action=token.removed&before=12', '/admin/audit?action=token.removed&before=12'],
  ['https://desk.example.org/profile/security', '/profile/security'],
  ['/a/../environments', '/environments'],
])('SES-6 a path on the desk is kept: %s', (presented, expected) => {
  expect(safeReturnPath(presented, origin)).toBe(expected);
});

test('SES-6 whatever is presented, what a browser makes of the answer is on the origin', () => {
  const pieces = fc.constantFrom(
    '/',
    '\\',
    '//',
    '..',
    '.',
    '@',
    ':',
    'evil.example',
    '%2f',
    '%5c',
    '\t',
    'https:',
    '?',
    '#',
    '\u{ff0f}',
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
      const path = safeReturnPath(parts.join(''), origin);
      return new URL(path, origin).origin === origin && new URL(origin + path).origin === origin;
    }),
    { numRuns: 2_000 },
  );
});
