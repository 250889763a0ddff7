import { findToken } from '@/lib/db/tokens';
import type { Call } from '@/lib/domain/call';
import { powerIncludes, powerOf, type Grant } from '@/lib/domain/grant';
import type { GrantRequestView } from '@/lib/domain/grant-request';
import { holds } from '@/lib/domain/rights';
import { openGrantLink } from '@/lib/services/access/grant-link';
import { currentCatalog } from '@/lib/services/catalog/current-catalog';
import { requireHolder } from './require-holder';

const refused = (sentence: string): GrantRequestView => ({ isOpen: false, sentence });

const deadLinks = {
  invalid: 'This link is not whole. Copy all of it from the answer that refused the request.',
  expired: 'This link was good for a day. The next refusal brings a new one.',
} as const;

/**
 * What a link of a refusal (lib/services/access/explain-denial.ts) asks for: which of the actor's own tokens to edit, and
 * what to add. It grants nothing: that is for Edit, with the password. Of what does not concern the actor nothing is told.
 */
export async function readGrantRequest(call: Call, presented: string): Promise<GrantRequestView> {
  const { ownerId, ownerRights } = await requireHolder(call, 'GetTokens');
  const opened = openGrantLink(presented, call.now);
  if (opened.outcome !== 'valid') return refused(deadLinks[opened.outcome]);
  const { tokenId, grants } = opened.request;
  const found = await findToken(ownerId, tokenId);
  if (found === null)
    return refused("The token of this link is not here: it was removed, or it is someone else's.");
  const catalog = currentCatalog();
  const power = powerOf(found.access, catalog);
  const wanted = grants.filter(({ permission, context }) => !powerIncludes(power, permission, context));
  if (wanted.length === 0) return refused(`${found.description} holds ${named(grants)} already.`);
  const held = wanted.filter(
    ({ permission, context }) => catalog.byCode.has(permission) && holds(ownerRights, permission, context),
  );
  if (held.length === 0)
    return refused(`You do not hold ${named(wanted)} any more, so no token of yours can.`);
  return { isOpen: true, tokenId, grants: held };
}

/** The first of them, and that there are more. */
function named(grants: readonly Grant[]): string {
  const [first, ...others] = grants;
  if (first === undefined) return 'nothing';
  const more = others.length === 0 ? '' : ` and ${others.length} more`;
  return `${first.permission} in ${first.context}${more}`;
}
