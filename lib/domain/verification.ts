import type { Access, Power } from './grant';
import type { Rights } from './rights';
import type { TokenLimits } from './token-limits';

/** What verification knows of a live token: enough to decide, nothing to show. */
export interface VerifiedToken extends TokenLimits {
  id: string;
  ownerId: string;
  ownerName: string;
  ownerEmail: string;
  description: string;
  power: Power;
  ownerRights: Rights;
  createdAt: Date;
  expiresAt: Date | null;
  /** Set for an access token that stands in for this one: what it was narrowed to, null when it holds the same. */
  standIn?: { id: string; createdAt: Date; narrowedTo: Access | null };
}

/**
 * The closed set of outcomes. To a stranger all but `valid` look the same (04-wire); logs and metrics may tell them apart.
 * Invalid is an answer, not an exception.
 */
export type Verification =
  | { outcome: 'valid'; token: VerifiedToken }
  | { outcome: 'malformed' }
  | { outcome: 'unknown' }
  | { outcome: 'expired' }
  | { outcome: 'paused' }
  | { outcome: 'removed' }
  | { outcome: 'owner_blocked' };
