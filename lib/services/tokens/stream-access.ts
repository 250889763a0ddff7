import { rightsOf } from '@/lib/db/rights';
import type { Call } from '@/lib/domain/call';
import { decide, type Question } from '@/lib/domain/decide';
import { deskPermissions } from '@/lib/domain/desk-permissions';
import type { DeskEvent } from '@/lib/domain/event';
import { withOwnDesk, type Rights } from '@/lib/domain/rights';
import { secretKind } from '@/lib/domain/secret-format';
import { failedCondition } from '@/lib/domain/token-limits';
import { conditionsOf } from '@/lib/services/access/condition-refusal';
import { currentCatalog } from '@/lib/services/catalog/current-catalog';
import { verifySession } from '@/lib/services/sessions/verify-session';
import { verifyToken } from './verify-token';

/** Whose tokens are followed, and by what: the secret that opened the stream is asked again and again. */
export interface TokenReader {
  presented: string;
  /** The token or the session that it belongs to. */
  bearerId: string;
  personId: string;
  /** Where the stream was opened from: what the token's conditions look at. */
  call: Pick<Call, 'address' | 'via'>;
  /** Whose tokens: one's own, or for an administrator another person's. */
  ownerId: string;
}

const listing = 'users.authentication.GetTokens';

/** A session asks the database, so it is asked less often than a token, whose answer comes from memory. */
const sessionMilliseconds = 25_000;

/**
 * When the secret has to be asked again, if it lives and may still list these tokens and no event comes before; null when
 * it may not.
 */
export async function listableUntil(reader: TokenReader, now: Date): Promise<Date | null> {
  const bearer = await bearerOf(reader, now);
  return bearer !== null && mayList(reader, bearer) ? bearer.until : null;
}

function mayList(reader: TokenReader, bearer: Bearer): boolean {
  const { power, ownerRights, isPerson } = bearer;
  const may = (permission: string, rights: Rights) =>
    decide({ power, ownerRights: rights, permission, context: 'global', catalog: currentCatalog() })
      .isAllowed;
  // As requireHolder has it: a live person may always see their own; for a token the right may stand in any project.
  if (!isPerson && !may(listing, withOwnDesk(ownerRights, listing))) return false;
  return reader.ownerId === reader.personId || may(deskPermissions.viewTokens, ownerRights);
}

type Bearer = Pick<Question, 'power' | 'ownerRights'> & { isPerson: boolean; until: Date };

async function bearerOf(
  { presented, bearerId, personId, call }: TokenReader,
  now: Date,
): Promise<Bearer | null> {
  if (secretKind(presented) === 'session') {
    const session = await verifySession(presented, now);
    if (session?.sessionId !== bearerId) return null;
    const until = new Date(Math.min(now.getTime() + sessionMilliseconds, session.expiresAt.getTime()));
    return { power: { kind: 'full' }, ownerRights: await rightsOf(personId), isPerson: true, until };
  }
  const verification = await verifyToken(presented, now);
  if (verification.outcome !== 'valid' || verification.token.id !== bearerId) return null;
  if (failedCondition(conditionsOf({ ...call, now }, verification.token)) !== null) return null;
  return { ...verification.token, isPerson: false, until: now };
}

/** True when an event may have ended the reader's secret or what it may see. */
export function concernsBearer({ subjectKind, subjectId }: DeskEvent, reader: TokenReader): boolean {
  return subjectKind === 'role' || subjectId === reader.bearerId || subjectId === reader.personId;
}
