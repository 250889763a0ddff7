import { expect, it } from 'vitest';
import { initialsOf } from './initials';

it.each([
  ['Noor Haddad', 'NH'],
  ['noor', 'N'],
  ['Ana María de la Cruz', 'AC'],
  ['  Ines   Caldeira ', 'IC'],
  ['', ''],
  ['𝒜da Ḷ', '𝒜Ḷ'],
])('the initials of %j are %j', (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});
