import type { Reach } from './catalog';
import type { Context } from './context';
import type { Grant } from './grant';
import type { RoleView } from './person';

/** One line of the Roles page. */
export interface RoleRow extends RoleView {
  version: number;
  isBuiltIn: boolean;
  /** How many operations of the catalog its patterns match, and per component in catalog order. */
  operationCount: number;
  teeth: readonly number[];
  /** Patterns that match no operation of the catalog now. */
  unmatched: readonly string[];
  /** People who hold it in any context. */
  holderCount: number;
  /** Live tokens in the names of those of them who are not blocked. */
  tokenCount: number;
}

/** An operation as the tree of a role's permissions shows it. */
export interface RoleOperation {
  code: string;
  summary: string;
  reach: Reach;
}

/** All there are, and the first of them. */
export interface Counted<T> {
  total: number;
  shown: readonly T[];
}

/** Someone whom a change concerns, with where. */
export interface AffectedPerson {
  id: string;
  name: string;
  email: string;
  isBlocked: boolean;
  contexts: readonly Context[];
}

/** A token that a change concerns. */
export interface AffectedToken {
  id: string;
  description: string;
  hint: string;
  ownerName: string;
}

/** A limited token that could do less, more, or both. Grants are the first of `lostCount` and `gainedCount`. */
export interface ChangedToken extends AffectedToken {
  lost: readonly Grant[];
  lostCount: number;
  gained: readonly Grant[];
  gainedCount: number;
}

/** Whom and which tokens a change of a role's patterns would reach, at this moment. */
export interface RolePreview {
  /** The version of the role that was compared with. */
  version: number;
  holders: Counted<AffectedPerson>;
  /** Limited tokens that would do other things than now; `narrowed` and `widened` say how many lose and gain. */
  changed: Counted<ChangedToken>;
  narrowed: number;
  widened: number;
  /** Full-access tokens: they follow whatever their owner holds. */
  following: Counted<AffectedToken>;
  /** Limited tokens of the same people that stay as they are. */
  unchanged: number;
}

/** Where a role can be given: `global` and the projects, and the imported types whose contexts are named by their key. */
export interface RolePlaces {
  contexts: readonly { context: Context; title: string }[];
  types: readonly { type: string; title: string }[];
}
