import {
  findAllTokens,
  type DateSpan,
  type EndSpan,
  type OwnedToken,
  type TokenSearch,
} from '@/lib/db/all-tokens';
import type { AllTokensFilter, TokenCursor } from '@/lib/domain/all-tokens-filter';
import type { ListTokensQuery } from '@/lib/domain/api/list-tokens-query';
import type { Call } from '@/lib/domain/call';
import { deskPermissions } from '@/lib/domain/desk-permissions';
import type { TokenView } from '@/lib/domain/token-view';
import { requireDeskPermission } from '@/lib/services/access/require-permission';
import { currentCatalog } from '@/lib/services/catalog/current-catalog';
import { allTokensSearch, isMatch, needsLook, sortValue } from './all-tokens-search';
import { requireHolder } from './require-holder';
import { parseSearchCursor, printSearchCursor, searchSort } from './search-cursor';
import { rowPainter } from './token-row';

const lookedAtOnce = 500;
/** Where only a look at each token can tell, a part ends after so many, whatever was found (API-10). */
const lookedAtMost = 2_000;

/**
 * Tokens for an API, narrowed, sorted, a part at a time: the actor's own, those of one person, or everyone's, for whom it
 * takes desk.tokens.ViewAll. `next` is the cursor of the following part, null at the end; a part may be short, even empty.
 */
export async function searchTokens(
  call: Call,
  query: ListTokensQuery,
): Promise<{ tokens: TokenView[]; next: string | null }> {
  const ownerId = await requireOwner(call, query.owner);
  const filter = filterOf(query, ownerId);
  const search = searchOf(query, filter, call.now);
  const sort = searchSort(query.sort);
  const paint = viewPainter(call.now);
  const atOnce = needsLook(filter) ? lookedAtOnce : query.limit + 1;
  const tokens: TokenView[] = [];
  let cursor = query.cursor === undefined ? null : parseSearchCursor(query.sort, query.cursor);
  for (let looked = 0; looked < lookedAtMost;) {
    const part: OwnedToken[] = await findAllTokens(search, sort, cursor, atOnce);
    for (const owned of part) {
      if (tokens.length === query.limit) return { tokens, next: printAt(query, cursor) };
      const view = paint(owned);
      if (isMatch(filter, owned, view.status)) tokens.push(view);
      cursor = { value: sortValue(sort, owned.token), number: owned.token.number };
    }
    looked += part.length;
    if (part.length < atOnce) return { tokens, next: null };
  }
  return { tokens, next: printAt(query, cursor) };
}

/** Whose tokens are listed; null for everyone's. */
async function requireOwner(call: Call, owner: string | undefined): Promise<string | null> {
  if (owner !== 'all') return (await requireHolder(call, 'GetTokens', undefined, owner)).ownerId;
  await requireHolder(call, 'GetTokens');
  await requireDeskPermission(call, deskPermissions.viewTokens);
  return null;
}

function filterOf(query: ListTokensQuery, ownerId: string | null): AllTokensFilter {
  const { search = '', state = '', access = '', lastUsed = '', expires = '' } = query;
  return { q: search, owner: ownerId ?? '', status: state, access, used: lastUsed, expires, sort: '' };
}

function searchOf(query: ListTokensQuery, filter: AllTokensFilter, now: Date): TokenSearch {
  const search = allTokensSearch(filter, now);
  return {
    ...search,
    created: spanOf(query.createdAfter, query.createdBefore),
    lastUse: search.lastUse ?? spanOf(query.lastUsedAfter, query.lastUsedBefore),
    ends: [...search.ends, ...endsOf(spanOf(query.expiresAfter, query.expiresBefore))],
  };
}

function spanOf(from: string | undefined, before: string | undefined): DateSpan | null {
  if (from === undefined && before === undefined) return null;
  const instant = (text: string | undefined) => (text === undefined ? null : new Date(text));
  return { from: instant(from), before: instant(before) };
}

/** An end span leaves its first instant out and takes its last one in: a millisecond earlier says the same. */
function endsOf(span: DateSpan | null): EndSpan[] {
  if (span === null) return [];
  const earlier = (at: Date | null) => (at === null ? null : new Date(at.getTime() - 1));
  return [{ after: earlier(span.from), until: earlier(span.before), orNever: false }];
}

function printAt({ sort }: ListTokensQuery, cursor: TokenCursor | null): string | null {
  return cursor === null ? null : printSearchCursor(sort, cursor);
}

/** Paints tokens of many owners; those of one owner share the work. */
function viewPainter(now: Date): (owned: OwnedToken) => TokenView {
  const painters = new Map<string, ReturnType<typeof rowPainter>>();
  return ({ token, owner }) => {
    const painter = painters.get(owner.id) ?? rowPainter(owner.rights, currentCatalog(), now);
    painters.set(owner.id, painter);
    return painter.toView(token);
  };
}
