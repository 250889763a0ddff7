import { beforeAll, describe, expect, it } from 'vitest';
import type { DenyReason } from '@/lib/domain/errors';
import { grantsOf, type Power } from '@/lib/domain/grant';
import type { Rights } from '@/lib/domain/rights';
import { explainDenial, type Denial, type DeniedToken } from './explain-denial';
import { grantLink, openGrantLink } from './grant-link';

const stop = 'environment.control.StopEnv';
const install = 'marketplace.app.Install';
const request = { now: new Date('2026-11-22T10:20:30.000Z'), address: '203.0.113.9' };
const { now } = request;
const tokenId = 'A'.repeat(22);
const inShop: Rights = [{ context: 'project:shop', patterns: ['environment.*', 'users.account.*'] }];
const token = (overrides: Partial<DeniedToken> = {}): DeniedToken => ({
  id: tokenId,
  ownerRights: inShop,
  notBefore: null,
  ...overrides,
});
const denied = (reason: DenyReason, permission = stop, context: Denial['context'] = 'project:shop') => ({
  reason,
  permission,
  context,
});
const grantOf = (link: string | null) => new URL(link ?? '').searchParams.get('grant') ?? '';

describe('what a refusal says', () => {
  it('names what is missing, the smallest set that has it, and a link that asks for exactly that', () => {
    const said = explainDenial(token(), denied('token_lacks'), request);
    expect(said).toMatchObject({
      missing: [{ permission: stop, context: 'project:shop' }],
      conditions: [],
      nearestSet: 'IDE Plugins',
    });
    expect(said.link).toMatch(/^http:\/\/localhost:3000\/profile\/auth-tokens\?grant=[\w.~:,-]+$/);
    expect(openGrantLink(grantOf(said.link), now)).toEqual({
      outcome: 'valid',
      request: { tokenId, grants: [{ permission: stop, context: 'project:shop' }] },
    });
  });

  it('names only a set that the owner holds there whole', () => {
    const ownerRights = [{ context: 'project:shop', patterns: [stop] }];
    expect(explainDenial(token({ ownerRights }), denied('token_lacks'), request)).toMatchObject({
      nearestSet: null,
      link: expect.any(String) as unknown,
    });
  });

  it('gives no link where the owner could not grant it', () => {
    for (const denial of [
      denied('token_lacks', install),
      denied('token_lacks', stop, 'global'),
      denied('owner_lacks'),
      denied('unknown_permission', 'environment.control.Nothing'),
    ]) {
      const said = explainDenial(token(), denial, request);
      expect(said).toMatchObject({ nearestSet: null, link: null });
      expect(said.missing).toHaveLength(1);
    }
    const narrowedTo = { kind: 'limited', entries: [{ context: 'global', set: 'Marketplace' }] } as const;
    const narrowed = token({ standIn: { narrowedTo: { ...narrowedTo, entries: [...narrowedTo.entries] } } });
    expect(explainDenial(narrowed, denied('token_lacks'), request).link).toBeNull();
    const whole = token({ standIn: { narrowedTo: null } });
    expect(explainDenial(whole, denied('token_lacks'), request).link).not.toBeNull();
  });

  it('offers for a list the places where the owner holds it', () => {
    const { link } = explainDenial(token(), denied('token_lacks', stop, null), request);
    const opened = openGrantLink(grantOf(link), now);
    expect(opened).toMatchObject({ request: { grants: [{ permission: stop, context: 'project:shop' }] } });
  });

  it('says which condition failed, and of addresses nothing that a thief could use', () => {
    const said = (reason: DenyReason, notBefore: Date | null = null) =>
      explainDenial(token({ notBefore }), denied(reason), request);
    expect(said('not_yet_valid', new Date('2026-12-01T00:00:00.000Z'))).toEqual({
      missing: [],
      conditions: [{ condition: 'not_yet_valid', says: 'This token is taken from 01-12-2026 on.' }],
      nearestSet: null,
      link: null,
    });
    expect(said('address_not_allowed').conditions).toEqual([
      { condition: 'address_not_allowed', says: 'This token is not taken from 203.0.113.9.' },
    ]);
    expect(said('not_in_urls').conditions[0]?.condition).toBe('not_in_urls');
  });

  it('does not forget that rights or the permission asked for are others', () => {
    const held = token();
    expect(explainDenial(held, denied('token_lacks'), request).nearestSet).toBe('IDE Plugins');
    expect(explainDenial(held, denied('token_lacks'), request).nearestSet).toBe('IDE Plugins');
    expect(explainDenial(held, denied('token_lacks', 'environment.file.Upload'), request).nearestSet).toBe(
      'Maven Plugin',
    );
  });
});

describe('the link', () => {
  const grants = [
    { permission: stop, context: 'project:shop' },
    { permission: 'store.orders.list-orders', context: 'store:Main~2.b_c' },
  ];
  let presented = '';
  beforeAll(() => {
    presented = grantOf(grantLink({ tokenId, grants }, now));
  });

  it('is the same for the same refusal within the hour, and small', () => {
    const later = new Date('2026-11-22T10:59:59.000Z');
    expect(grantLink({ tokenId, grants }, later)).toContain(presented);
    expect(presented.length).toBeLessThan(200);
    expect(openGrantLink(presented, now)).toEqual({ outcome: 'valid', request: { tokenId, grants } });
  });

  it('is over after a day at most', () => {
    expect(openGrantLink(presented, new Date('2026-11-23T09:59:59.999Z')).outcome).toBe('valid');
    expect(openGrantLink(presented, new Date('2026-11-23T10:00:00.000Z')).outcome).toBe('expired');
  });

  it('is nothing once a character of it was changed, added or taken away', () => {
    for (let index = 0; index < presented.length; index += 1) {
      const other = presented[index] === 'A' ? 'B' : 'A';
      const changed = presented.slice(0, index) + other + presented.slice(index + 1);
      expect(openGrantLink(changed, now).outcome, changed).toBe('invalid');
    }
    for (const changed of ['', `${presented},global:${stop}`, presented.slice(1), `${presented} `])
      expect(openGrantLink(changed, now).outcome).toBe('invalid');
  });

  it('carries as many grants as an address should', () => {
    const power: Power = {
      kind: 'limited',
      grants: new Map([
        ['project:shop', new Set(Array.from({ length: 90 }, (_, at) => `a.b.Operation${at}`))],
      ]),
    };
    const long = grantOf(grantLink({ tokenId, grants: grantsOf(power) }, now));
    expect(long.length).toBeLessThan(1_200);
    expect(openGrantLink(long, now).outcome).toBe('valid');
  });
});
