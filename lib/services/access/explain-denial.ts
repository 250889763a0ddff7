import type { Call } from '@/lib/domain/call';
import type { Catalog } from '@/lib/domain/catalog';
import type { Context } from '@/lib/domain/context';
import { visibleContexts } from '@/lib/domain/decide';
import type { DenyReason, ErrorDetails, Explanation, FailedCondition } from '@/lib/domain/errors';
import type { Access, Power } from '@/lib/domain/grant';
import { holds, type Rights } from '@/lib/domain/rights';
import { conditionSentence } from '@/lib/domain/token-limits';
import type { VerifiedToken } from '@/lib/domain/verification';
import { currentCatalog } from '@/lib/services/catalog/current-catalog';
import { grantLink } from './grant-link';

/** The token that was refused, as verification knows it. */
export type DeniedToken = Pick<VerifiedToken, 'id' | 'ownerRights' | 'notBefore'> & {
  standIn?: { narrowedTo: Access | null };
};

/** When and from where it was asked: a call is one. */
export interface DeniedRequest {
  now: Date;
  address?: string | undefined;
}

/** A refusal of `decide`. `context` null: nowhere at all, of a list that is not asked for in one place. */
export interface Denial {
  reason: DenyReason;
  permission: string;
  context: Context | null;
}

/**
 * What a refusal may say to whoever presented the token, and to nobody else: what is missing or which condition failed, the
 * nearest permission set, and a link by which its owner can grant it. Cheap: it stands on the deny path.
 */
export function explainDenial(token: DeniedToken, denial: Denial, request: DeniedRequest): Explanation {
  const { reason, permission, context } = denial;
  if (isCondition(reason)) {
    const unmet = { condition: reason, says: conditionSentence(reason, token, request) };
    return { missing: [], conditions: [unmet], nearestSet: null, link: null };
  }
  const missing = [{ permission, context: context ?? 'global' }];
  const places = reason === 'token_lacks' ? grantableIn(token, permission, context) : [];
  const [place] = places;
  // What an access token was narrowed to is not its token's: editing that would not help.
  const isNarrowed = token.standIn !== undefined && token.standIn.narrowedTo !== null;
  if (place === undefined || isNarrowed) return { missing, conditions: [], nearestSet: null, link: null };
  const grants = places.map((each) => ({ permission, context: each }));
  return {
    missing,
    conditions: [],
    nearestSet: nearestSet(token.ownerRights, permission, place),
    link: grantLink({ tokenId: token.id, grants }, request.now),
  };
}

/** What helps beside the missing permission, for the error of a verb: of a token's call, and only where there is any. */
export function helpOf(
  { actor, now }: Call,
  ownerRights: Rights,
  denial: Denial,
): Pick<ErrorDetails, 'nearestSet' | 'link'> {
  if (actor.kind !== 'token') return {};
  const { tokenId: id, standIn, limits } = actor;
  const denied = {
    id,
    ownerRights,
    notBefore: limits.notBefore,
    ...(standIn === undefined ? {} : { standIn }),
  };
  const { nearestSet: set, link } = explainDenial(denied, denial, { now });
  return { ...(set === null ? {} : { nearestSet: set }), ...(link === null ? {} : { link }) };
}

const conditions: ReadonlySet<DenyReason> = new Set<FailedCondition>([
  'not_in_urls',
  'address_not_allowed',
  'not_yet_valid',
]);

function isCondition(reason: DenyReason): reason is FailedCondition {
  return conditions.has(reason);
}

/** Where the owner could grant the permission: in the context that was asked for, or for a list wherever they hold it. */
function grantableIn({ ownerRights }: DeniedToken, permission: string, context: Context | null): Context[] {
  const catalog = currentCatalog();
  if (!catalog.byCode.has(permission)) return [];
  if (context !== null) return holds(ownerRights, permission, context) ? [context] : [];
  const power: Power = { kind: 'full' };
  return visibleContexts({ power, ownerRights, permission, catalog });
}

interface NearestSets {
  catalog: Catalog;
  known: Map<string, string | null>;
}

// A token's rights are one object while its verification is kept.
const nearestSets = new WeakMap<Rights, NearestSets>();
const mostKnown = 256;

function nearestSet(rights: Rights, permission: string, context: Context): string | null {
  const catalog = currentCatalog();
  let kept = nearestSets.get(rights);
  if (kept?.catalog !== catalog || kept.known.size >= mostKnown) kept = { catalog, known: new Map() };
  nearestSets.set(rights, kept);
  const key = `${context} ${permission}`;
  const known = kept.known.get(key);
  if (known !== undefined) return known;
  const [nearest] = [...catalog.sets]
    .filter(([, members]) => members.has(permission))
    .sort(([, one], [, other]) => one.size - other.size)
    .find(([, members]) => [...members].every((each) => holds(rights, each, context))) ?? [null];
  kept.known.set(key, nearest);
  return nearest;
}
