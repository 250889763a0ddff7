import type { ApiOperation } from '@/lib/domain/api/api-operation';
import type { Access } from '@/lib/domain/grant';
import type { PersonFixture } from '../desk';
import { placeToken, type World } from './world';

/** The columns of the matrix (AZ-3): what a request presents. */
export const credentialKinds = [
  'no credential',
  'cookie only',
  'malformed',
  'unknown',
  'expired',
  'revoked',
  'paused',
  'blocked owner',
  'limited without it',
  'limited with it',
  'other person',
  'administrator',
] as const;
export type CredentialKind = (typeof credentialKinds)[number];

/** The kinds that are nobody's: all of them look the same to a stranger. */
export const deadKinds: readonly CredentialKind[] = [
  'malformed',
  'unknown',
  'expired',
  'revoked',
  'paused',
  'blocked owner',
];

const inGlobal = (...permissions: string[]): Access => ({
  kind: 'limited',
  entries: [{ context: 'global', permissions }],
});

/** Whose things an operation is about, when its own person calls it: administration is an administrator's. */
export function personOf(world: World, { api, permission }: ApiOperation): PersonFixture {
  const isPlatform = api === 'virtuozzo' && permission !== null && !permission.startsWith('users.');
  return isPlatform || permission?.startsWith('desk.') === true ? world.holder : world.owner;
}

/** The secret that a kind presents, made anew for each cell; null for none in a header. */
export async function presentedBy(
  kind: CredentialKind,
  operation: ApiOperation,
  world: World,
  needed: readonly string[],
): Promise<string | null> {
  const person = personOf(world, operation);
  const secretOf = async (...made: Parameters<typeof placeToken>) => (await placeToken(...made)).secret;
  switch (kind) {
    case 'no credential':
    case 'cookie only':
      return null;
    case 'malformed':
      return 'td_pat_0000';
    case 'unknown': {
      const { newSecret } = await import('@/lib/crypto/secret');
      return newSecret();
    }
    case 'expired':
      return secretOf(person, { expiresAt: new Date(Date.now() - 1_000) });
    case 'revoked':
      return secretOf(person, { state: 'removed' });
    case 'paused':
      return secretOf(person, { state: 'paused' });
    case 'blocked owner':
      return secretOf(person === world.holder ? world.blocked.administrator : world.blocked.member);
    case 'limited without it': {
      const other =
        operation.permission === 'marketplace.app.GetList'
          ? 'users.account.GetPermissions'
          : 'marketplace.app.GetList';
      return secretOf(person, { access: inGlobal(other) });
    }
    case 'limited with it':
      return secretOf(person, { access: inGlobal(...needed) });
    case 'other person':
      return secretOf(world.stranger);
    case 'administrator':
      return secretOf(world.administrator);
  }
}
