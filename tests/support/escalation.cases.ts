import type { Access, GrantEntry } from '@/lib/domain/grant';

/** What a token is, as far as one may exceed another. Ends are ISO instants or `never`. */
export interface TokenStrength {
  access: Access;
  expiry: string;
  mayUseInUrls: boolean;
  addresses?: string[];
  notBefore?: string | null;
  requestsPerMinute?: number | null;
}

/** May `holder`, a token of an administrator that manages tokens, make, change or renew one that is `wanted` (AZ-4)? */
export interface EscalationCase {
  title: string;
  holder: TokenStrength;
  wanted: TokenStrength;
  isAllowed: boolean;
}

/** What every limited holder of the table holds besides, in `global`: the management of tokens. */
export const managing = ['CreateToken', 'EditToken', 'GetTokens', 'RegenerateToken'].map(
  (method) => `users.authentication.${method}`,
);

/** The projects that the table names. */
export const escalationProjects = ['shop', 'annex'];

const getEnvs = 'environment.control.GetEnvs';
const stopEnv = 'environment.control.StopEnv';
const inGlobal = (...permissions: string[]): GrantEntry => ({ context: 'global', permissions });
const inShop = (...permissions: string[]): GrantEntry => ({ context: 'project:shop', permissions });
const setIn = (context: string, set: string): GrantEntry => ({ context, set });
const limited = (...entries: GrantEntry[]): Access => ({ kind: 'limited', entries });
const full: Access = { kind: 'full' };

const strength = (access: Access, rest: Partial<TokenStrength> = {}): TokenStrength => ({
  access,
  expiry: 'never',
  mayUseInUrls: true,
  ...rest,
});
const one = (title: string, holder: TokenStrength, wanted: TokenStrength, isAllowed: boolean) => ({
  title,
  holder,
  wanted,
  isAllowed,
});

const usual = strength(limited(inGlobal(...managing, getEnvs, stopEnv)));
const small = strength(limited(inGlobal(getEnvs)));
const inProject = strength(limited(inGlobal(...managing), inShop(getEnvs, stopEnv)));
const ofSet = strength(limited(inGlobal(...managing), setIn('project:shop', 'Maven Plugin')));
const mavenMembers = [
  'environment.control.GetEnvInfo',
  'environment.deployment.GetDeployments',
  'environment.deployment.DeployArchive',
  'environment.file.GetList',
  'environment.file.Upload',
  'users.account.GetUserInfo',
];
const pickedSet = strength(limited(inGlobal(...managing, ...mavenMembers)));
const ending = (expiry: string) => ({ ...usual, expiry });
const smallEnding = (expiry: string) => ({ ...small, expiry });
const june = '2099-06-30T12:00:00.000Z';

const local = { ...usual, addresses: ['127.0.0.0/8', '192.0.2.0/24'] };
const counted = { ...usual, requestsPerMinute: 1_000 };
const begun = { ...usual, notBefore: '2001-01-01T00:00:00.000Z' };

/** One table for every door that manages tokens. */
export const escalationCases: readonly EscalationCase[] = [
  one('full access by full access', strength(full), strength(full), true),
  one('a set by full access', strength(full), strength(limited(setIn('global', 'Marketplace'))), true),
  one('full access by limited access', usual, strength(full), false),
  one('the same permissions', usual, usual, true),
  one('fewer permissions', usual, small, true),
  one(
    'one permission more',
    usual,
    strength(limited(inGlobal(getEnvs, 'environment.control.DeleteEnv'))),
    false,
  ),
  one(
    'the removal of tokens',
    usual,
    strength(limited(inGlobal('users.authentication.DeleteTokens'))),
    false,
  ),
  one('the administration of people', usual, strength(limited(inGlobal('desk.people.Manage'))), false),
  one('a project of what is held everywhere', usual, strength(limited(inShop(stopEnv))), true),
  one('everywhere of what is held in a project', inProject, strength(limited(inGlobal(stopEnv))), false),
  one('the same project', inProject, strength(limited(inShop(stopEnv))), true),
  one(
    'another project',
    inProject,
    strength(limited({ context: 'project:annex', permissions: [stopEnv] })),
    false,
  ),
  one(
    'a set that is held, where it is held',
    ofSet,
    strength(limited(setIn('project:shop', 'Maven Plugin'))),
    true,
  ),
  one('a set that is held, everywhere', ofSet, strength(limited(setIn('global', 'Maven Plugin'))), false),
  one('a set that is not held', ofSet, strength(limited(setIn('project:shop', 'IDE Plugins'))), false),
  one(
    'a set of which every member is held',
    pickedSet,
    strength(limited(setIn('global', 'Maven Plugin'))),
    false,
  ),
  one('an earlier end', ending(june), smallEnding('2099-06-29T12:00:00.000Z'), true),
  one('the same end', ending(june), smallEnding(june), true),
  one('an end a second later', ending(june), smallEnding('2099-06-30T12:00:01.000Z'), false),
  one('no end', ending(june), small, false),
  one('use in URLs by one that may not', { ...usual, mayUseInUrls: false }, small, false),
  one('no use in URLs', usual, { ...small, mayUseInUrls: false }, true),
  // The tests ask from 127.0.0.1.
  one('no addresses by one that has some', local, small, false),
  one('the same addresses', local, { ...small, addresses: ['127.0.0.0/8', '192.0.2.0/24'] }, true),
  one('addresses among its own', local, { ...small, addresses: ['127.0.0.1', '192.0.2.128/25'] }, true),
  one('an address beside its own', local, { ...small, addresses: ['127.0.0.1', '203.0.113.9'] }, false),
  one('a wider range', local, { ...small, addresses: ['192.0.0.0/16'] }, false),
  one('all of IPv4', local, { ...small, addresses: ['0.0.0.0/0'] }, false),
  one('addresses by one that is taken from anywhere', usual, { ...small, addresses: ['192.0.2.7'] }, true),
  one('no limit of requests by one that has one', counted, small, false),
  one('the same limit of requests', counted, { ...small, requestsPerMinute: 1_000 }, true),
  one('fewer requests', counted, { ...small, requestsPerMinute: 1 }, true),
  one('one request more', counted, { ...small, requestsPerMinute: 1_001 }, false),
  one('a limit of requests by one without', usual, { ...small, requestsPerMinute: 60 }, true),
  one('no first day by one whose first day has come', begun, small, true),
  one('a later first day', begun, { ...small, notBefore: june }, true),
];

/** True when the one is bound by what the other is: an API that knows no limits gives those of the maker. */
export function hasSameLimits(one: TokenStrength, other: TokenStrength): boolean {
  const limits = ({ addresses = [], requestsPerMinute = null }: TokenStrength) =>
    JSON.stringify([[...addresses].sort(), requestsPerMinute]);
  return limits(one) === limits(other);
}
