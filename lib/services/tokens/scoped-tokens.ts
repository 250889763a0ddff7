import { limitFields } from '@/lib/domain/token-input';
import type { Call } from '@/lib/domain/call';
import { expiryOf, type Expiry } from '@/lib/domain/expiry';
import type { NewTokenView, TokenView } from '@/lib/domain/token-view';
import { editToken } from './edit-token';
import { generateToken } from './generate-token';
import { readScope } from './read-scope';
import { requireHolder } from './require-holder';

/** A token in the words of an API with scope strings. Without `expires` it ends as late as its maker allows. */
export interface ScopedToken {
  name: string;
  scope: string;
  expires?: Expiry | undefined;
}

/**
 * Generates a token with a scope string; never one for URLs, of which such an API knows nothing. One that is made by a token
 * that ends, and says no end, ends with its maker (AZ-4).
 */
export async function generateScoped(
  call: Call,
  { name: description, scope, expires }: ScopedToken,
  ownerId?: string,
): Promise<NewTokenView> {
  const holder = await requireHolder(call, 'CreateToken', undefined, ownerId);
  const access = await readScope(scope, holder.ownerRights);
  const expiry = expires ?? expiryOf(holder.endsBy);
  const limits = { ...limitFields(holder.limits), mayUseInUrls: false };
  return generateToken(call, { fields: { description, access, expiry, ...limits } }, ownerId);
}

/** Changes of a token what is given; the rest stays. */
export async function editScoped(
  call: Call,
  id: string,
  { name, scope, expires }: { [Key in keyof ScopedToken]?: ScopedToken[Key] | undefined },
  ownerId?: string,
): Promise<TokenView> {
  const holder = await requireHolder(call, 'EditToken', undefined, ownerId);
  const fields = {
    ...(name === undefined ? {} : { description: name }),
    ...(scope === undefined ? {} : { access: await readScope(scope, holder.ownerRights) }),
    ...(expires === undefined ? {} : { expiry: expires }),
  };
  return editToken(call, { id, fields }, ownerId);
}
