import type { EndSpan, OwnedToken, TokenSearch, TokenSort } from '@/lib/db/all-tokens';
import { searchWords, type AllTokensFilter, type TokenCursor } from '@/lib/domain/all-tokens-filter';
import { endingSoonDays, type Token, type TokenStatus } from '@/lib/domain/token';

const dayMilliseconds = 86_400_000;

/** Every token that has not been removed. */
export const noTokenSearch: TokenSearch = {
  words: [],
  ownerId: null,
  access: null,
  isPaused: null,
  begins: null,
  lastUse: null,
  created: null,
  ends: [],
};

/** As much of the filter as the database can answer: at least what matches; `isMatch` judges the rest. */
export function allTokensSearch(filter: AllTokensFilter, now: Date): TokenSearch {
  const { q, owner, status, access, used, expires } = filter;
  const ends: EndSpan[] = [];
  if (status !== '') ends.push(endOfStatus(status, now));
  if (expires === 'never') ends.push('never');
  if (expires === 'within-30') ends.push({ after: now, until: inDays(now, 30), orNever: false });
  return {
    words: searchWords(q),
    ownerId: owner === '' ? null : owner,
    access: access === '' ? null : access,
    begins: status === 'waiting' ? { after: now } : status === 'ending' ? { until: now } : null,
    isPaused: status === '' || status === 'expired' ? null : status === 'paused',
    lastUse:
      used === ''
        ? null
        : used === 'never'
          ? 'never'
          : { from: null, before: inDays(now, used === 'over-30' ? -30 : -90) },
    created: null,
    ends,
  };
}

/** The same bounds as `tokenStatus` has. */
function endOfStatus(status: TokenStatus, now: Date): EndSpan {
  const soon = inDays(now, endingSoonDays);
  switch (status) {
    case 'expired':
      return { after: null, until: now, orNever: false };
    case 'paused':
    case 'waiting':
      return { after: now, until: null, orNever: true };
    case 'ending':
      return { after: now, until: soon, orNever: false };
    case 'active':
    case 'narrowed':
      return { after: soon, until: null, orNever: true };
  }
}

function inDays(now: Date, days: number): Date {
  return new Date(now.getTime() + days * dayMilliseconds);
}

/** True when the database cannot answer the whole filter. */
export function needsLook({ q, status }: AllTokensFilter): boolean {
  return status === 'active' || status === 'narrowed' || /[%_]/.test(q);
}

/** What the database has left open: that `%` and `_` stand for themselves, and whether permissions were withdrawn. */
export function isMatch(
  { q, status }: AllTokensFilter,
  { token, owner }: OwnedToken,
  is: TokenStatus,
): boolean {
  if (status !== '' && is !== status) return false;
  const texts = [token.description, owner.name, owner.email].map((text) => text.toLowerCase());
  return searchWords(q).every(
    (word) => word === token.hint.end || texts.some((text) => text.includes(word.toLowerCase())),
  );
}

/** How the tokens stand; the newest first when nothing was chosen. */
export function sortOf({ sort }: AllTokensFilter): TokenSort {
  switch (sort) {
    case '':
    case 'newest':
      return { column: 'number', isDescending: true, nulls: 'last' };
    case 'oldest':
      return { column: 'number', isDescending: false, nulls: 'last' };
    case 'used':
      return { column: 'lastUsedAt', isDescending: true, nulls: 'last' };
    case 'unused':
      return { column: 'lastUsedAt', isDescending: false, nulls: 'first' };
    case 'ending':
      return { column: 'expiresAt', isDescending: false, nulls: 'last' };
    case 'lasting':
      return { column: 'expiresAt', isDescending: true, nulls: 'first' };
  }
}

/** The value a token is sorted by, beside its number. */
export function sortValue({ column }: TokenSort, token: Token): TokenCursor['value'] {
  if (column === 'number') return null;
  if (column === 'description') return token.description;
  const at = column === 'expiresAt' ? token.expiresAt : (token.lastUse?.at ?? null);
  return at?.getTime() ?? null;
}
