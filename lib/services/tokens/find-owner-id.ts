import { findTokensOfAnyone } from '@/lib/db/all-tokens';
import type { Call } from '@/lib/domain/call';
import { globalContext } from '@/lib/domain/context';
import { decide } from '@/lib/domain/decide';
import { deskPermissions } from '@/lib/domain/desk-permissions';
import { questionOf } from '@/lib/services/access/require-permission';

/**
 * Whose token an id names, for an API whose addresses do not say it: known to those who may see everyone's tokens. All
 * others are left at their own desk, where a foreign id is not found (AZ-1).
 */
export async function findOwnerId(call: Call, id: string): Promise<string | undefined> {
  const question = await questionOf(call, deskPermissions.viewTokens);
  if (!decide({ ...question, context: globalContext }).isAllowed) return undefined;
  const [token] = await findTokensOfAnyone([id]);
  return token?.ownerId;
}
