import type { EventSearch } from '@/lib/db/audit-events';
import { findTokensCalled } from '@/lib/db/token-names';
import type { AuditTokens } from '@/lib/domain/admin-view';
import type { AuditFilter } from '@/lib/domain/audit-filter';

/** No more tokens of one name are followed at once: each is read by an index of its own. */
const mostTokens = 25;

/** Whose log is read: everyone's, or what concerns one person as far as it is theirs to see. */
export type LogScope = { kind: 'everyone' } | { kind: 'own'; personId: string };

/**
 * What to look for, and which tokens were meant. In one's own log an address finds only what came from oneself or from
 * nobody known: where others sit is not one's to find out.
 */
export async function logSearch(
  scope: LogScope,
  filter: AuditFilter,
): Promise<{ search: EventSearch; tokens: AuditTokens | null }> {
  const self = scope.kind === 'own' ? scope.personId : null;
  const { tokenText, actions, outcome, address, since, until } = filter;
  const called = tokenText === null ? null : await findTokensCalled(tokenText, self, mostTokens + 1);
  const tokens = called?.slice(0, mostTokens) ?? null;
  return {
    search: {
      personId: self ?? filter.personId,
      tokens,
      actions,
      outcome,
      address,
      doneBy: address === null ? null : self,
      since,
      until,
    },
    tokens: tokens && {
      found: tokens.length,
      removed: tokens.filter((each) => each.isRemoved).length,
      isCut: (called?.length ?? 0) > tokens.length,
    },
  };
}
