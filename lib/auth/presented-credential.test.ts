import { describe, expect, it } from 'vitest';
import { presentedCredential, type PresentedCredential } from './presented-credential';

const one = (presented: string, via: 'header' | 'query' | 'form' = 'header'): PresentedCredential => ({
  kind: 'one',
  presented,
  via,
});
const none: PresentedCredential = { kind: 'none' };
const several: PresentedCredential = { kind: 'several' };

describe('presentedCredential', () => {
  it.each<[string, string[], PresentedCredential]>([
    ['nothing', [], none],
    ['other headers', ['Cookie', 'tokendesk.session=x', 'X-Api-Key', 'x'], none],
    ['a bearer', ['Authorization', 'Bearer abc'], one('abc')],
    ['a bearer in any case', ['AUTHORIZATION', 'bEaReR   abc '], one('abc')],
    ['a private token in any case', ['pRiVaTe-ToKeN', 'abc'], one('abc')],
    ['an empty bearer', ['Authorization', 'Bearer'], one('')],
    ['another scheme', ['Authorization', 'Basic dTpw'], none],
    ['a scheme that begins like it', ['Authorization', 'Bearers abc'], none],
    ['both headers', ['Authorization', 'Bearer abc', 'Private-Token', 'abc'], several],
    ['a header twice', ['Private-Token', 'abc', 'private-token', 'abc'], several],
    [
      'Authorization twice, of which Node would keep the first',
      ['Authorization', 'Bearer abc', 'authorization', 'Bearer def'],
      several,
    ],
    ['two joined by a proxy', ['Private-Token', 'abc, def'], several],
    ['two bearers joined by a proxy', ['Authorization', 'Bearer abc, Bearer def'], several],
    ['a bearer behind another scheme', ['Authorization', 'Basic dTpw, Bearer abc'], several],
    [
      'a bearer and a basic header',
      ['Authorization', 'Basic dTpw', 'Authorization', 'Bearer abc'],
      one('abc'),
    ],
  ])('API-1 %s', (_what, headers, expected) => {
    expect(presentedCredential(headers)).toEqual(expected);
  });

  it.each<[string, { query?: string[]; form?: string[] }, string[], PresentedCredential]>([
    ['in the address', { query: ['abc'] }, [], one('abc', 'query')],
    ['in the body', { form: ['abc'] }, [], one('abc', 'form')],
    ['in the address twice', { query: ['abc', 'abc'] }, [], several],
    ['in address and body', { query: ['abc'], form: ['abc'] }, [], several],
    ['in address and header', { query: ['abc'] }, ['Private-Token', 'abc'], several],
    ['in body and header', { form: ['abc'] }, ['Authorization', 'Bearer abc'], several],
    ['empty in the address beside a header', { query: [''] }, ['Authorization', 'Bearer abc'], several],
  ])('API-1 a session %s', (_what, session, headers, expected) => {
    expect(presentedCredential(headers, session)).toEqual(expected);
  });
});
