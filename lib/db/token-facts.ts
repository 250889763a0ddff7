import type { TokenFacts } from '@/lib/domain/token';
import { reading } from './client';
import type { Prisma } from './generated/sqlite/client';

const columns = {
  id: true,
  number: true,
  description: true,
  createdAt: true,
} as const satisfies Prisma.TokenSelect;

/** The owner's tokens that have not been removed, oldest first: those after the number `after`, at most `limit`. */
export async function findTokenFacts(ownerId: string, after: number, limit: number): Promise<TokenFacts[]> {
  return (await reading()).token.findMany({
    where: { ownerId, removedAt: null, number: { gt: after } },
    orderBy: { number: 'asc' },
    take: limit,
    select: columns,
  });
}

/** Those of the owner's tokens among `ids` that have not been removed, in no order. */
export async function findTokenFactsOf(ownerId: string, ids: readonly string[]): Promise<TokenFacts[]> {
  return (await reading()).token.findMany({
    where: { id: { in: [...ids] }, ownerId, removedAt: null },
    select: columns,
  });
}
