import type { TokenCursor } from '@/lib/domain/all-tokens-filter';
import type { Rights } from '@/lib/domain/rights';
import type { Token } from '@/lib/domain/token';
import { reading } from './client';
import type { Prisma } from './generated/sqlite/client';
import { assignmentColumns, toRights } from './rights';
import { tokenColumns, toToken } from './tokens';
import type { Transaction } from './transaction';

/** A token with its owner, as administration sees it. */
export interface OwnedToken {
  token: Token;
  owner: { id: string; name: string; email: string; isBlocked: boolean; rights: Rights };
}

/** Never ends; or ends after the one instant and no later than the other, null being open, with `orNever` also never. */
export type EndSpan = 'never' | { after: Date | null; until: Date | null; orNever: boolean };

/** From the one instant on and before the other, null being open. */
export interface DateSpan {
  from: Date | null;
  before: Date | null;
}

/** What to look for among everyone's tokens; null and empty where nothing is asked. Everything given has to match. */
export interface TokenSearch {
  /**
   * Each must be part of the description, the owner's name or email, or be the last characters of the secret. Large and
   * small letters of ASCII are alike; `_` stands for any character, as in SQL's LIKE, and so does `%`.
   */
  words: readonly string[];
  ownerId: string | null;
  access: 'full' | 'limited' | null;
  isPaused: boolean | null;
  /** Not taken before some instant after the one; or taken at the other already. */
  begins: { after: Date } | { until: Date } | null;
  lastUse: 'never' | DateSpan | null;
  created: DateSpan | null;
  ends: readonly EndSpan[];
}

/** What tokens are sorted by; those without a value stand where they would if `never` were far in the future or past. */
export interface TokenSort {
  column: 'number' | 'lastUsedAt' | 'expiresAt' | 'description';
  isDescending: boolean;
  nulls: 'first' | 'last';
}

type Where = Prisma.TokenWhereInput;

function whereOf(search: TokenSearch): Where {
  const { words, ownerId, access, isPaused, begins, lastUse, created, ends } = search;
  return {
    removedAt: null,
    ...(ownerId === null ? {} : { ownerId }),
    ...(access === null ? {} : { access }),
    ...(isPaused === null ? {} : { pausedAt: isPaused ? { not: null } : null }),
    ...(lastUse === null ? {} : { lastUsedAt: lastUse === 'never' ? null : whereIn(lastUse) }),
    ...(created === null ? {} : { createdAt: whereIn(created) }),
    AND: [...words.map(whereWord), ...ends.map(whereEnd), ...(begins === null ? [] : [whereBegin(begins)])],
  };
}

function whereIn({ from, before }: DateSpan) {
  return { ...(from === null ? {} : { gte: from }), ...(before === null ? {} : { lt: before }) };
}

/** `%` would let a pattern take very long; a single unknown character finds all that it should. */
function whereWord(word: string): Where {
  const contains = word.replaceAll('%', '_');
  return {
    OR: [
      { description: { contains } },
      { hintEnd: word },
      { owner: { name: { contains } } },
      { owner: { email: { contains } } },
    ],
  };
}

function whereBegin(begins: NonNullable<TokenSearch['begins']>): Where {
  if ('after' in begins) return { notBefore: { gt: begins.after } };
  return { OR: [{ notBefore: null }, { notBefore: { lte: begins.until } }] };
}

function whereEnd(end: EndSpan): Where {
  if (end === 'never') return { expiresAt: null };
  const { after, until, orNever } = end;
  const span = {
    ...(after === null ? { not: null } : { gt: after }),
    ...(until === null ? {} : { lte: until }),
  };
  return orNever ? { OR: [{ expiresAt: span }, { expiresAt: null }] } : { expiresAt: span };
}

/** What stands behind the cursor. Tokens of one value stand newest first. */
function whereBehind({ column, isDescending, nulls }: TokenSort, { value, number }: TokenCursor): Where {
  if (column === 'number') return { number: isDescending ? { lt: number } : { gt: number } };
  const older = { number: { lt: number } };
  if (value === null) {
    const alike = { [column]: null, ...older };
    return nulls === 'first' ? { OR: [alike, { [column]: { not: null } }] } : alike;
  }
  const at = typeof value === 'string' ? value : new Date(value);
  const behind: Where[] = [{ [column]: isDescending ? { lt: at } : { gt: at } }, { [column]: at, ...older }];
  return { OR: nulls === 'last' && column !== 'description' ? [...behind, { [column]: null }] : behind };
}

const ownerColumns = {
  id: true,
  name: true,
  email: true,
  blockedAt: true,
  assignments: { select: assignmentColumns },
} as const satisfies Prisma.PersonSelect;

/** Everyone's tokens that have not been removed and match, in order, behind the cursor; at most `limit`. */
export async function findAllTokens(
  search: TokenSearch,
  sort: TokenSort,
  cursor: TokenCursor | null,
  limit: number,
): Promise<OwnedToken[]> {
  const client = await reading();
  const { column, isDescending, nulls } = sort;
  const direction = isDescending ? 'desc' : 'asc';
  const rows = await client.token.findMany({
    where: cursor === null ? whereOf(search) : { AND: [whereOf(search), whereBehind(sort, cursor)] },
    orderBy:
      column === 'number'
        ? [{ number: direction }]
        : [
            { [column]: column === 'description' ? direction : { sort: direction, nulls } },
            { number: 'desc' },
          ],
    take: limit,
    select: { ...tokenColumns, owner: { select: ownerColumns } },
  });
  return rows.map(({ owner: { assignments, blockedAt, ...owner }, ...token }) => ({
    token: toToken(token),
    // A blocked owner holds nothing, as everywhere.
    owner: {
      ...owner,
      isBlocked: blockedAt !== null,
      rights: blockedAt === null ? toRights(assignments) : [],
    },
  }));
}

/** How many tokens match. */
export async function countAllTokens(search: TokenSearch): Promise<number> {
  return (await reading()).token.count({ where: whereOf(search) });
}

/** Everyone who owns a token that has not been removed, by name. */
export async function findTokenOwners(): Promise<{ id: string; name: string }[]> {
  return (await reading()).person.findMany({
    where: { tokens: { some: { removedAt: null } } },
    select: { id: true, name: true },
    orderBy: [{ name: 'asc' }, { number: 'asc' }],
  });
}

/** The tokens with these ids that have not been removed, whoever owns them, in no order. For administration alone. */
export async function findTokensOfAnyone(ids: readonly string[], tx?: Transaction): Promise<Token[]> {
  const client = tx ?? (await reading());
  const where = { id: { in: [...ids] }, removedAt: null };
  return (await client.token.findMany({ where, select: tokenColumns })).map(toToken);
}
