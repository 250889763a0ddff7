import type { Access, Power } from './grant';
import type { Rights } from './rights';
import type { TokenLimits } from './token-limits';

/** Who acts. A person through a session, a token for its owner, or the system itself. */
export type Actor =
  | { kind: 'person'; personId: string; sessionId: string; name: string }
  | {
      kind: 'token';
      tokenId: string;
      personId: string;
      name: string;
      power: Power;
      /** What its owner holds, as verification found it; forgotten at once on any change. Reads need not ask again. */
      ownerRights?: Rights;
      limits: TokenLimits;
      expiresAt: Date | null;
      /** Set when an access token stands in for it: what that was narrowed to, null when it holds the same. */
      standIn?: { narrowedTo: Access | null };
    }
  | { kind: 'system'; name: string };

/** How the request came in; `query` marks the contained deviation of API-3. */
export type Via = 'dashboard' | 'header' | 'query' | 'form' | 'system';

/** What every verb gets beside its input: who, when, from where. Never taken from input. */
export interface Call {
  actor: Actor;
  now: Date;
  requestId: string;
  address: string;
  userAgent: string;
  via: Via;
  /** The Idempotency-Key that came with the request (API-6). */
  idempotencyKey?: string;
}
