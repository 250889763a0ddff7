import { noLimits } from '@/lib/domain/token-limits';
import type { Call } from '@/lib/domain/call';
import type { GenerateTokenInput } from '@/lib/domain/token-input';
import type { NewTokenView } from '@/lib/domain/token-view';
import type { PersonFixture } from './desk';

type Fields = GenerateTokenInput['fields'];

/** Limited access to permissions in one context, as a form gives it. */
export function limitedTo(context: string, ...permissions: string[]): Fields['access'] {
  return { kind: 'limited', entries: [{ context, permissions }] };
}

/** The fields of a token: full access, never ending, unless overridden. */
export function tokenFields(overrides: Partial<Fields> = {}): Fields {
  return {
    description: 'nightly backup',
    expiry: 'never',
    access: { kind: 'full' },
    mayUseInUrls: true,
    ...overrides,
  };
}

/** Generates a token through the verb, with the person's own password. */
export async function tokenFixture(
  owner: PersonFixture,
  overrides: Partial<Fields> = {},
  call: Partial<Call> = {},
): Promise<NewTokenView> {
  const { generateToken } = await import('@/lib/services/tokens/generate-token');
  const proof = { password: owner.password };
  return generateToken(owner.call(call), { fields: tokenFields(overrides), proof });
}

/** Stores tokens without the verb, for tests that need many. Their secrets are as good as any. */
export async function manyTokensFixture(
  owner: PersonFixture,
  count: number,
  descriptionOf = (index: number) => `token ${index}`,
): Promise<string[]> {
  const { insertToken } = await import('@/lib/db/tokens');
  const { transaction } = await import('@/lib/db/transaction');
  const { makeSecret } = await import('@/lib/services/tokens/make-secret');
  const { randomId } = await import('@/lib/crypto/random-id');
  const made = Array.from({ length: count }, () => makeSecret());
  const createdAt = new Date();
  await transaction(owner.call(), async (tx) => {
    for (const [index, { columns }] of made.entries()) {
      const settings = {
        description: descriptionOf(index),
        access: { kind: 'full' } as const,
        ...noLimits,
        expiresAt: null,
      };
      await insertToken(tx, { id: randomId(), ownerId: owner.person.id, createdAt, ...settings, ...columns });
    }
  });
  return made.map(({ secret }) => secret);
}
