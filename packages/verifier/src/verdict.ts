/** What your code wants to do on behalf of whoever presented a secret. */
export interface Question {
  /** The permission that it takes: `service.tag.operation`, as the desk's catalog names it. */
  permission: string;
  /** Where: `type:key`, such as `store:north`; `global` when absent. */
  context?: string;
  /** Where the request came from; a token that is limited to addresses is refused without it. */
  address?: string | undefined;
  /** The secret came in the address of the request. */
  isInUrl?: boolean;
}

/** What is known of a token that lives. Never its secret. */
export interface Token {
  id: string;
  ownerId: string;
  ownerEmail: string;
  expiresAt: Date | null;
}

/** A condition of the token that the request does not meet. */
export type Condition = 'not_in_urls' | 'address_not_allowed' | 'not_yet_valid';

/**
 * Why something is refused. `malformed`, `unknown`, `expired`: nobody lives under that secret, as far as you may know. A
 * condition: not from there, not yet, not in URLs. `token_lacks`: `missing` says what. `rate_limited`: more often than the
 * token's own limit allows. `unavailable`: the desk cannot be asked, so nothing passes.
 */
export type Reason =
  'malformed' | 'unknown' | 'expired' | Condition | 'token_lacks' | 'rate_limited' | 'unavailable';

/** The answer to a question. */
export type Verdict =
  | { isAllowed: true; token: Token }
  | {
      isAllowed: false;
      reason: Reason;
      missing?: { permission: string; context: string };
      condition?: Condition;
      retryAfterSeconds?: number;
    };

/** A refusal that says no more than its reason. */
export function refusal(reason: Reason): Verdict {
  return Object.freeze({ isAllowed: false, reason });
}
