import type { BuiltInRoleKey } from './built-in-roles';
import type { Context } from './context';
import type { DenyReason } from './errors';
import type { Access } from './grant';
import type { TokenLimits } from './token-limits';

/**
 * One case of the judge, in words that every door understands: an owner with built-in roles, a token with an access, one
 * question, one answer. The table drives the judge's own test and the tests of the APIs (02-architecture).
 */
export interface DecideCase {
  title: string;
  roles: readonly { role: BuiltInRoleKey; context: Context }[];
  access: Access;
  permission: string;
  context: Context;
  /** The secret came in the address of the request; absent means a header. */
  isInUrl?: boolean;
  mayUseInUrls?: boolean;
  /** From where the token is taken; absent for anywhere. */
  addresses?: readonly string[];
  /** Where the request comes from; absent means from somewhere. */
  address?: string;
  /** The first instant of the token, far from now either way. */
  notBefore?: string;
  expected: 'allowed' | DenyReason;
}

const full: Access = { kind: 'full' };
const stop = 'environment.control.StopEnv';
const start = 'environment.control.StartEnv';
const remove = 'environment.control.DeleteEnv';
const list = 'environment.control.GetEnvs';

const picked = (context: Context, ...permissions: string[]): Access => ({
  kind: 'limited',
  entries: [{ context, permissions }],
});
const named = (context: Context, set: string): Access => ({ kind: 'limited', entries: [{ context, set }] });

const admin = [{ role: 'administrator', context: 'global' }] as const;
const projectAdmin = [{ role: 'project-admin', context: 'project:shop' }] as const;
const developer = [{ role: 'developer', context: 'project:shop' }] as const;
const viewer = [{ role: 'viewer', context: 'project:shop' }] as const;
const shop = 'project:shop';
const blog = 'project:blog';

const split: Access = {
  kind: 'limited',
  entries: [
    { context: 'global', permissions: [list] },
    { context: shop, permissions: [stop] },
  ],
};

type ConditionsOfCase = Pick<DecideCase, 'isInUrl' | 'mayUseInUrls' | 'addresses' | 'address' | 'notBefore'>;

const past = '2001-01-01T00:00:00.000Z';
const future = '2999-01-01T00:00:00.000Z';
const office = ['192.0.2.0/24', '2001:db8:7::/48'];
const atOffice = { addresses: office, address: '192.0.2.14' };
const elsewhere = { addresses: office, address: '203.0.113.9' };

function ask(
  title: string,
  roles: DecideCase['roles'],
  access: Access,
  permission: string,
  context: Context,
  expected: DecideCase['expected'],
  conditions: ConditionsOfCase = {},
): DecideCase {
  return { title, roles, access, permission, context, expected, ...conditions };
}

export const decideCases: readonly DecideCase[] = [
  // Full access follows its owner.
  ask('full access of an administrator', admin, full, remove, shop, 'allowed'),
  ask('full access of a developer', developer, full, stop, shop, 'allowed'),
  ask('full access beyond its owner', developer, full, remove, shop, 'owner_lacks'),
  ask('full access in a project of others', developer, full, stop, blog, 'owner_lacks'),
  ask('full access of an owner without roles', [], full, list, shop, 'owner_lacks'),
  // Limited access is a list of grants.
  ask('a picked permission', developer, picked(shop, stop), stop, shop, 'allowed'),
  ask('a permission beside the picked one', developer, picked(shop, stop), start, shop, 'token_lacks'),
  ask('a picked permission in another project', admin, picked(shop, stop), stop, blog, 'token_lacks'),
  ask('a picked permission asked of everything', admin, picked(shop, stop), stop, 'global', 'token_lacks'),
  ask('a permission picked for everywhere', admin, picked('global', stop), stop, blog, 'allowed'),
  ask(
    'a permission picked for everywhere, held in one project',
    developer,
    picked('global', stop),
    stop,
    shop,
    'allowed',
  ),
  ask(
    'a permission picked for everywhere, asked where it is not held',
    developer,
    picked('global', stop),
    stop,
    blog,
    'owner_lacks',
  ),
  ask('a grant that its owner has lost', viewer, picked(shop, stop), stop, shop, 'owner_lacks'),
  ask('different permissions in two contexts, the one in the other', admin, split, stop, blog, 'token_lacks'),
  ask('different permissions in two contexts, each in its own', admin, split, list, blog, 'allowed'),
  // Named sets.
  ask('a member of a named set', developer, named(shop, 'IDE Plugins'), stop, shop, 'allowed'),
  ask('not a member of a named set', projectAdmin, named(shop, 'IDE Plugins'), remove, shop, 'token_lacks'),
  ask(
    'a member of a set that the owner does not hold',
    viewer,
    named(shop, 'IDE Plugins'),
    stop,
    shop,
    'owner_lacks',
  ),
  ask('a set that the catalog no longer lists', admin, named(shop, 'Gone'), stop, shop, 'token_lacks'),
  // Default deny.
  ask(
    'an operation that the catalog does not list',
    admin,
    full,
    'environment.control.Explode',
    shop,
    'unknown_permission',
  ),
  ask(
    'the desk itself by a set, which none includes',
    admin,
    named('global', 'Extended Access'),
    'desk.people.Manage',
    'global',
    'token_lacks',
  ),
  ask(
    'token management by a set, which none includes',
    admin,
    named('global', 'Extended Access'),
    'users.authentication.CreateToken',
    'global',
    'token_lacks',
  ),
  ask('a code in another case', admin, full, 'environment.control.stopenv', shop, 'unknown_permission'),
  ask('a pattern in the place of a code', admin, full, 'environment.control.*', shop, 'unknown_permission'),
  ask('a name of every object', admin, full, 'constructor', shop, 'unknown_permission'),
  ask(
    'a context that begins like a granted one',
    admin,
    picked(shop, stop),
    stop,
    'project:shop2',
    'token_lacks',
  ),
  ask('no context at all', developer, full, stop, '', 'owner_lacks'),
  // Secrets in addresses (API-3).
  ask('a secret in a URL that may be there', developer, full, stop, shop, 'allowed', {
    isInUrl: true,
    mayUseInUrls: true,
  }),
  ask('a secret in a URL that may not be there', developer, full, stop, shop, 'not_in_urls', {
    isInUrl: true,
    mayUseInUrls: false,
  }),
  ask('a secret in a header that may not be in URLs', developer, full, stop, shop, 'allowed', {
    mayUseInUrls: false,
  }),
  // Addresses (API-8, explain-deny).
  ask('a request from an address of the list', developer, full, stop, shop, 'allowed', atOffice),
  ask('a request from the first address of a range', developer, full, stop, shop, 'allowed', {
    addresses: office,
    address: '192.0.2.0',
  }),
  ask('a request from beyond the range', developer, full, stop, shop, 'address_not_allowed', {
    addresses: office,
    address: '192.0.3.0',
  }),
  ask('a request by IPv6 from the list', developer, full, stop, shop, 'allowed', {
    addresses: office,
    address: '2001:db8:7:1::1',
  }),
  ask('a request by IPv6 from elsewhere', developer, full, stop, shop, 'address_not_allowed', {
    addresses: office,
    address: '2001:db8:8::1',
  }),
  ask('a request by IPv4 in IPv6 from the list', developer, full, stop, shop, 'allowed', {
    addresses: office,
    address: '::ffff:192.0.2.14',
  }),
  ask('a request from one single address', developer, full, stop, shop, 'allowed', {
    addresses: ['203.0.113.9'],
    address: '203.0.113.9',
  }),
  ask('a request by IPv6 where all of IPv4 is listed', developer, full, stop, shop, 'address_not_allowed', {
    addresses: ['0.0.0.0/0'],
    address: '2001:db8::1',
  }),
  ask(
    'an address before what the token lacks',
    developer,
    picked(shop, start),
    stop,
    shop,
    'address_not_allowed',
    elsewhere,
  ),
  ask(
    'an address before what the owner lacks',
    developer,
    full,
    remove,
    shop,
    'address_not_allowed',
    elsewhere,
  ),
  ask(
    'what the token lacks from an address of the list',
    developer,
    picked(shop, start),
    stop,
    shop,
    'token_lacks',
    atOffice,
  ),
  // The first day.
  ask('a token whose first day has come', developer, full, stop, shop, 'allowed', { notBefore: past }),
  ask('a token whose first day is to come', developer, full, stop, shop, 'not_yet_valid', {
    notBefore: future,
  }),
  ask('a first day to come before a wrong address', developer, full, stop, shop, 'not_yet_valid', {
    ...elsewhere,
    notBefore: future,
  }),
  ask('a URL before a first day to come', developer, full, stop, shop, 'not_in_urls', {
    isInUrl: true,
    mayUseInUrls: false,
    notBefore: future,
  }),
  ask(
    'a first day to come before what the token lacks',
    developer,
    picked(shop, start),
    stop,
    shop,
    'not_yet_valid',
    {
      notBefore: future,
    },
  ),
];

/** The limits of the token of a case. */
export function limitsOfCase({ mayUseInUrls = true, addresses = [], notBefore }: DecideCase): TokenLimits {
  const from = notBefore === undefined ? null : new Date(notBefore);
  return { mayUseInUrls, addresses, notBefore: from, requestsPerMinute: null };
}
