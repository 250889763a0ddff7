import { countAllTokens, findAllTokens, findTokenOwners, type OwnedToken } from '@/lib/db/all-tokens';
import type { AllTokensView, OwnedTokenRow } from '@/lib/domain/admin-view';
import { printCursor, type AllTokensFilter, type TokenCursor } from '@/lib/domain/all-tokens-filter';
import type { Call } from '@/lib/domain/call';
import { deskPermissions } from '@/lib/domain/desk-permissions';
import { requireDeskPermission } from '@/lib/services/access/require-permission';
import { currentCatalog } from '@/lib/services/catalog/current-catalog';
import { rowPainter } from './token-row';
import { allTokensSearch, isMatch, needsLook, noTokenSearch, sortOf, sortValue } from './all-tokens-search';

const pageSize = 100;
const lookedAtOnce = 500;

/**
 * Everyone's tokens with their owners, narrowed and sorted as asked, a part at a time; `cursor` is where the last part
 * ended. Needs desk.tokens.ViewAll.
 */
export async function listAllTokens(
  call: Call,
  filter: AllTokensFilter,
  cursor: TokenCursor | null,
): Promise<AllTokensView> {
  await requireDeskPermission(call, deskPermissions.viewTokens);
  const paint = ownedRowPainter(call.now);
  const [{ shown, found }, total, owners] = await Promise.all([
    needsLook(filter) ? lookThrough(filter, cursor, call.now, paint) : askFor(filter, cursor, call.now),
    countAllTokens(noTokenSearch),
    findTokenOwners(),
  ]);
  const last = shown.length > pageSize ? shown[pageSize - 1] : undefined;
  return {
    rows: shown.slice(0, pageSize).map(paint),
    found,
    total,
    owners,
    next: last === undefined ? null : printCursor(cursorAt(filter, last)),
  };
}

interface Found {
  /** A page and one more, which says that there is another. */
  shown: readonly OwnedToken[];
  found: number;
}

/** What the database can say by itself. */
async function askFor(filter: AllTokensFilter, cursor: TokenCursor | null, now: Date): Promise<Found> {
  const search = allTokensSearch(filter, now);
  const [shown, found] = await Promise.all([
    findAllTokens(search, sortOf(filter), cursor, pageSize + 1),
    countAllTokens(search),
  ]);
  return { shown, found };
}

/**
 * Whether permissions were withdrawn stands in no column, and SQL takes `%` and `_` for more than they are: then every
 * token that comes into question is looked at.
 */
async function lookThrough(
  filter: AllTokensFilter,
  cursor: TokenCursor | null,
  now: Date,
  paint: (owned: OwnedToken) => OwnedTokenRow,
): Promise<Found> {
  const matching = (from: TokenCursor | null) => matchingTokens(filter, from, now, paint);
  const shown: OwnedToken[] = [];
  for await (const owned of matching(cursor)) {
    if (shown.push(owned) > pageSize) break;
  }
  let found = 0;
  for await (const _ of matching(null)) found += 1;
  return { shown, found };
}

/** Reads some tokens at a time, so that other requests are not kept waiting. */
async function* matchingTokens(
  filter: AllTokensFilter,
  from: TokenCursor | null,
  now: Date,
  paint: (owned: OwnedToken) => OwnedTokenRow,
): AsyncGenerator<OwnedToken, void, void> {
  const search = allTokensSearch(filter, now);
  let cursor = from;
  for (;;) {
    const part = await findAllTokens(search, sortOf(filter), cursor, lookedAtOnce);
    yield* part.filter((owned) => isMatch(filter, owned, paint(owned).status));
    const last = part.at(-1);
    if (last === undefined || part.length < lookedAtOnce) return;
    cursor = cursorAt(filter, last);
  }
}

function cursorAt(filter: AllTokensFilter, { token }: OwnedToken): TokenCursor {
  return { value: sortValue(sortOf(filter), token), number: token.number };
}

function ownedRowPainter(now: Date) {
  const painters = new Map<string, ReturnType<typeof rowPainter>>();
  return ({ token, owner: { rights, ...owner } }: OwnedToken): OwnedTokenRow => {
    const painter = painters.get(owner.id) ?? rowPainter(rights, currentCatalog(), now);
    painters.set(owner.id, painter);
    return { ...painter.toRow(token), owner };
  };
}
