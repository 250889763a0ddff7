import type { Call } from '@/lib/domain/call';
import type { Context } from '@/lib/domain/context';
import { visibleContexts } from '@/lib/domain/decide';
import { requireVisibleContexts, questionOf } from './require-permission';

/** An operation that may be done now, and where; `global` alone stands for everywhere. */
export interface EffectivePermission {
  permission: string;
  contexts: readonly Context[];
}

/** What the actor may do at this moment: a token's grants as far as its owner holds them, in the catalog's order. */
export async function listPermissions(call: Call): Promise<EffectivePermission[]> {
  await requireVisibleContexts(call, 'users.account.GetPermissions');
  return findPermissions(call);
}

/** The same without asking whether the actor may know: for whoever asks what they are themselves. */
export async function findPermissions(call: Call): Promise<EffectivePermission[]> {
  const question = await questionOf(call, '');
  return [...question.catalog.byCode.keys()]
    .map((code) => ({ permission: code, contexts: visibleContexts({ ...question, permission: code }) }))
    .filter(({ contexts }) => contexts.length > 0);
}
