'use client';

import { RemovalDialog, type RemovalDialogProps } from '@/components/tokens/removal-dialog';
import { count } from '@/components/tokens/token-grid/token-facts';
import { revokeTokensAction } from '@/lib/actions/tokens';
import type { OwnedTokenRow } from '@/lib/domain/admin-view';
import { capitalised, counted } from '@/lib/domain/number-words';

/** Takes tokens from their owners, all or none, with the administrator's password. */
export function RevokeDialog(
  props: Omit<RemovalDialogProps, 'tokens'> & { tokens: readonly OwnedTokenRow[] },
) {
  const { tokens } = props;
  const owners = new Map(tokens.map(({ id, owner }) => [id, `${owner.name}, ${owner.email}`]));
  const words = {
    title: 'Revoke tokens',
    sentence: revocationSentence(tokens),
    confirm: `Revoke ${count(tokens.length, 'token')}`,
    note: 'Recorded in the audit log, and in the log of each owner.',
  };
  return <RemovalDialog {...props} words={words} owners={owners} act={revokeTokensAction} />;
}

function revocationSentence(tokens: readonly OwnedTokenRow[]): string {
  const [first] = tokens;
  if (first === undefined) return 'These tokens are gone already.';
  if (tokens.length === 1)
    return `One token of ${first.owner.name} is revoked. From the next request it is refused.`;
  const people = new Set(tokens.map(({ owner }) => owner.id)).size;
  const whose = people === 1 ? first.owner.name : counted(people, 'person', 'people');
  const amount = capitalised(counted(tokens.length, 'token'));
  return `${amount} of ${whose} are revoked, all or none. From the next request they are refused.`;
}
