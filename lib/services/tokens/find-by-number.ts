import { countTokens, findTokenPage, findToken, findTokensByNumber } from '@/lib/db/tokens';
import { rightsOf } from '@/lib/db/rights';
import type { Call } from '@/lib/domain/call';
import { DeskError } from '@/lib/domain/errors';
import type { Rights } from '@/lib/domain/rights';
import type { Token } from '@/lib/domain/token';
import type { TokenNumbers } from '@/lib/domain/virtuozzo/token-numbers';
import { requireHolder, type TokenOperation } from './require-holder';

/** Tokens with what their owner holds, which full access means. */
export interface FoundTokens {
  tokens: readonly Token[];
  /** How many there are; more than are answered only when all were asked for. */
  total: number;
  ownerRights: Rights;
}

/** As many as are answered, or removed, at once. */
export const numberedTokensAtOnce = 1_000;

/**
 * The actor's own tokens by their numbers, in that order, or all of them, newest first. Throws not_found when one of the
 * numbers is unknown, removed or another person's.
 */
export async function findByNumber(
  call: Call,
  operation: TokenOperation,
  numbers: TokenNumbers,
): Promise<FoundTokens> {
  const { ownerId, ownerRights } = await requireHolder(call, operation);
  if (numbers === 'all') {
    const [tokens, total] = await Promise.all([
      findTokenPage(ownerId, 0, numberedTokensAtOnce),
      countTokens(ownerId),
    ]);
    return { tokens, total, ownerRights };
  }
  const found = new Map((await findTokensByNumber(ownerId, numbers)).map((each) => [each.number, each]));
  const tokens = numbers.map((number) => {
    const token = found.get(number);
    if (token === undefined) throw new DeskError('not_found', `There is no token ${number}.`);
    return token;
  });
  return { tokens, total: tokens.length, ownerRights };
}

/**
 * The record of a token of the actor's own that a verb has just made or changed; the verb has authorised. Throws not_found
 * when it was removed in the moment since.
 */
export async function readChanged(call: Call, id: string): Promise<FoundTokens & { token: Token }> {
  const { actor } = call;
  if (actor.kind === 'system') throw new DeskError('permission_denied', 'The system owns no tokens.');
  const [token, ownerRights] = await Promise.all([findToken(actor.personId, id), rightsOf(actor.personId)]);
  if (token === null) throw new DeskError('not_found', 'The token was removed.');
  return { token, tokens: [token], total: 1, ownerRights };
}
