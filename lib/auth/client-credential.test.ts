import { describe, expect, it } from 'vitest';
import { clientCredential } from './client-credential';

const basic = (id: string, secret: string) => `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`;
const authorization = (value: string) => ['Authorization', value];

describe('the credential of a client', () => {
  it('is read from HTTP Basic, form-decoded, and from the form', () => {
    const one = { kind: 'one', clientId: 'id', presented: 'secret' };
    expect(clientCredential(authorization(basic('id', 'secret')), {})).toEqual({ ...one, via: 'header' });
    expect(clientCredential(['AUTHORIZATION', basic('%69d', 'sec%72et')], {})).toMatchObject(one);
    expect(clientCredential([], { client_id: 'id', client_secret: 'secret' })).toEqual({
      ...one,
      via: 'form',
    });
    expect(clientCredential(authorization(basic('id', 'secret')), { client_id: 'id' })).toMatchObject(one);
  });

  it('is none where nothing is presented; an id alone presents nothing', () => {
    expect(clientCredential(['Cookie', 'session=x'], {})).toEqual({ kind: 'none' });
    expect(clientCredential([], { client_id: 'id', client_secret: '' })).toEqual({ kind: 'none' });
  });

  it.each([
    ['another scheme', 'Digest username="id"'],
    ['a token instead', 'Bearer td_pat_x'],
    ['no colon', `Basic ${Buffer.from('idsecret').toString('base64')}`],
    ['no secret', basic('id', '')],
    ['no id', basic('', 'secret')],
    ['no base64', 'Basic id:secret'],
    ['a broken escape', basic('id', '%E0%A4%A')],
    ['nothing after the scheme', 'Basic '],
    ['two kilobytes', `Basic ${'QUFB'.repeat(600)}`],
  ])('cannot be read from %s', (_what, value) => {
    expect(clientCredential(authorization(value), {})).toEqual({ kind: 'unreadable' });
  });

  const good = basic('id', 'secret');
  const form = { client_id: 'id', client_secret: 'secret' };
  it.each([
    ['Basic twice', [...authorization(good), ...authorization(good)], {}],
    ['Basic and the form', authorization(good), form],
    ['Basic and another id in the form', authorization(good), { client_id: 'other' }],
    ['Basic and Bearer', [...authorization(good), 'authorization', 'Bearer td_pat_x'], {}],
    ['Basic and Private-Token', [...authorization(good), 'Private-Token', 'td_pat_x'], {}],
    ['Bearer and the form', authorization('Bearer td_pat_x'), form],
    ['Private-Token and the form', ['Private-Token', 'td_pat_x'], form],
  ])('API-1 stands once: %s are several', (_what, headers, given) => {
    expect(clientCredential(headers, given)).toEqual({ kind: 'several' });
  });
});
