import { expect, it } from 'vitest';
import { capitalised, counted } from './number-words';

it('counts in words up to twenty and in figures above', () => {
  expect(counted(0, 'environment')).toBe('no environments');
  expect(counted(1, 'environment')).toBe('one environment');
  expect(counted(12, 'environment')).toBe('twelve environments');
  expect(counted(10_000, 'token')).toBe('10,000 tokens');
  expect(counted(2, 'person', 'people')).toBe('two people');
  expect(capitalised(counted(13, 'token'))).toBe('Thirteen tokens');
});
