import { findTokenFacts, findTokenFactsOf } from '@/lib/db/token-facts';
import type { Call } from '@/lib/domain/call';
import { DeskError } from '@/lib/domain/errors';
import type { TokenFacts } from '@/lib/domain/token';
import { requireHolder } from './require-holder';
import { tokensPerPerson } from './sign-out-token';

/** All tokens of the actor's own, or of the person `ownerId` for an administrator, oldest first, by name and date. */
export async function listTokenFacts(call: Call, ownerId?: string): Promise<TokenFacts[]> {
  const holder = await requireHolder(call, 'GetTokens', undefined, ownerId);
  return findTokenFacts(holder.ownerId, 0, tokensPerPerson);
}

/** One of them. Throws not_found for an unknown, removed or foreign id. */
export async function readTokenFacts(call: Call, id: string, ownerId?: string): Promise<TokenFacts> {
  const holder = await requireHolder(call, 'GetTokens', undefined, ownerId);
  const [facts] = await findTokenFactsOf(holder.ownerId, [id]);
  if (facts === undefined) throw new DeskError('not_found', 'There is no such token.');
  return facts;
}
