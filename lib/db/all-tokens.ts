import type { Rights } from '@/lib/domain/rights';
import type { Token } from '@/lib/domain/token';
import { reading } from './client';
import type { Prisma } from './generated/sqlite/client';
import { assignmentColumns, toRights } from './rights';
import { tokenColumns, toToken } from './tokens';

/** A token with its owner, as administration sees it. */
export interface OwnedToken {
  token: Token;
  owner: { id: string; name: string; email: string; isBlocked: boolean; rights: Rights };
}

/**
 * What to look for in description, owner and the last characters of the secret (% and _ stand for anything, as in SQL's
 * LIKE); `before` is a token's number, exclusive.
 */
export interface AllTokensFilter {
  search: string;
  before: number | null;
}

function whereOf({ search, before }: AllTokensFilter): Prisma.TokenWhereInput {
  const words = search.split(/\s+/).filter((word) => word !== '');
  return {
    removedAt: null,
    ...(before === null ? {} : { number: { lt: before } }),
    AND: words.map((word) => ({
      OR: [
        { description: { contains: word } },
        { hintEnd: word },
        { owner: { name: { contains: word } } },
        { owner: { email: { contains: word } } },
      ],
    })),
  };
}

/** Everyone's tokens that have not been removed, newest first; at most `limit`. */
export async function findAllTokens(filter: AllTokensFilter, limit: number): Promise<OwnedToken[]> {
  const client = await reading();
  const rows = await client.token.findMany({
    where: whereOf(filter),
    orderBy: { number: 'desc' },
    take: limit,
    select: {
      ...tokenColumns,
      owner: {
        select: {
          id: true,
          name: true,
          email: true,
          blockedAt: true,
          assignments: { select: assignmentColumns },
        },
      },
    },
  });
  return rows.map(({ owner, ...token }) => ({
    token: toToken(token),
    owner: {
      id: owner.id,
      name: owner.name,
      email: owner.email,
      isBlocked: owner.blockedAt !== null,
      // A blocked owner holds nothing, as everywhere.
      rights: owner.blockedAt === null ? toRights(owner.assignments) : [],
    },
  }));
}

/** How many there are with and without the search, and how many people own them. */
export async function countAllTokens(
  search: string,
): Promise<{ found: number; total: number; owners: number }> {
  const client = await reading();
  const [found, total, owners] = await Promise.all([
    client.token.count({ where: whereOf({ search, before: null }) }),
    client.token.count({ where: { removedAt: null } }),
    client.person.count({ where: { tokens: { some: { removedAt: null } } } }),
  ]);
  return { found, total, owners };
}
