import { limitFields } from '@/lib/domain/token-input';
import type { Call } from '@/lib/domain/call';
import { DeskError } from '@/lib/domain/errors';
import { expiryOf } from '@/lib/domain/expiry';
import type { Access, GrantEntry } from '@/lib/domain/grant';
import { holds } from '@/lib/domain/rights';
import type { NewTokenView } from '@/lib/domain/token-view';
import { generateToken } from './generate-token';
import { requireHolder, type Holder } from './require-holder';

/**
 * Generates a token that holds all that its maker does, where an API asks for nothing but a description: full access for a
 * person and for a token with full access; for a limited token its own permissions, end and use in URLs (AZ-4).
 */
export async function generateAlike(
  call: Call,
  description: string,
  ownerId?: string,
): Promise<NewTokenView> {
  const holder = await requireHolder(call, 'CreateToken', undefined, ownerId);
  const { endsBy, limits } = holder;
  const expiry = expiryOf(endsBy);
  const fields = { description, access: accessHeld(holder), expiry, ...limitFields(limits) };
  return generateToken(call, { fields }, ownerId);
}

/** What the owner has lost since is left out: nobody gives what they do not hold. A set bounds itself. */
function accessHeld({ access, ownerRights }: Holder): Access {
  if (access.kind === 'full') return access;
  const entries = access.entries.flatMap((entry): GrantEntry[] => {
    if ('set' in entry) return [entry];
    const permissions = entry.permissions.filter((code) => holds(ownerRights, code, entry.context));
    return permissions.length === 0 ? [] : [{ context: entry.context, permissions }];
  });
  if (entries.length === 0)
    throw new DeskError('permission_denied', 'Nothing is left that this token could give.');
  return { kind: 'limited', entries };
}
