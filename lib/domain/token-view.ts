import type { Context } from './context';
import type { Access } from './grant';
import type { SentCatalog } from './packed-catalog';
import type { Rights } from './rights';
import type { TokenStatus } from './token';

/** One line of the grid: compact, because 10,000 of them travel. Dates are ISO 8601 in UTC. */
export interface TokenRow {
  id: string;
  version: number;
  description: string;
  /** `td_pat_7HqV…oC6d`. */
  hint: string;
  access: 'full' | 'limited';
  /** The set's name when every entry holds the same one, else `Custom`; null for full access. */
  permissionSet: string | null;
  contexts: readonly string[];
  /** How many grants it holds, and how many of them the owner no longer holds. */
  permissionCount: number;
  withdrawnCount: number;
  /** How many further grants name operations that their service no longer has: they give nothing. */
  goneCount: number;
  /** Granted operations per tooth of a key (Catalog.teeth), in catalog order; empty for full access. */
  teeth: readonly number[];
  /** Withdrawn operations per tooth, in catalog order; empty when none. */
  withdrawnTeeth: readonly number[];
  expiresAt: string | null;
  createdAt: string;
  lastUsedAt: string | null;
  lastUsedAddress: string | null;
  lastUsedAgent: string | null;
  status: TokenStatus;
  isPaused: boolean;
  mayUseInUrls: boolean;
  /** CIDR ranges from which it is taken; empty for anywhere. */
  addresses: readonly string[];
  /** It is not taken before; null for at once. */
  notBefore: string | null;
  requestsPerMinute: number | null;
}

/** One token whole, for the dialogs and the APIs. */
export interface TokenView extends TokenRow {
  ownerId: string;
  changedAt: string;
  accessEntries: Access;
  /** The expiry as the form shows it: `dd-mm-yyyy` or `never`. */
  expiry: string;
}

/** The answer of generate, copy and regenerate: the only place where a secret stands in clear (law 3). */
export interface NewTokenView {
  token: TokenView;
  secret: string;
}

/**
 * What the picker works on: the catalog, and the person's own rights, so that `holds` (lib/domain/rights) can say which
 * operation may be ticked where.
 */
export interface PickerView extends SentCatalog {
  rights: Rights;
  /** Contexts the person can choose, `global` first. */
  contexts: readonly { context: Context; title: string }[];
  /** Types of imported services whose contexts are chosen by their key, such as `store`. */
  types: readonly { type: string; title: string }[];
}
