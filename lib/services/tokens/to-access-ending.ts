import type { EventDraft } from '@/lib/domain/event';
import type { Token } from '@/lib/domain/token';

/** What the log says of an access token that ends before its hour; `by` where the actor alone does not say by whom. */
export function toAccessEnding(
  { id, ownerId, description }: Pick<Token, 'id' | 'ownerId' | 'description'>,
  endedId: string,
  by: string | undefined,
): EventDraft {
  const data = { description, accessToken: endedId, ...(by === undefined ? {} : { by }) };
  return { action: 'token.access-ended', subjectKind: 'token', subjectId: id, ownerId, data };
}
