'use client';

import { removeTokensAction } from '@/lib/actions/tokens';
import { capitalised, numberWord } from '@/lib/domain/number-words';
import { RemovalDialog, type RemovalDialogProps } from './removal-dialog';
import { count } from './token-grid/token-facts';

/** Hands one's own tokens back, all or none, with the password. */
export function RemoveDialog(props: RemovalDialogProps) {
  const amount = props.tokens.length;
  const words = {
    title: 'Remove tokens',
    sentence: removalSentence(amount),
    confirm: `Remove ${count(amount, 'token')}`,
    note: 'A removed token cannot be brought back.',
  };
  return <RemovalDialog {...props} words={words} act={removeTokensAction} />;
}

function removalSentence(amount: number): string {
  if (amount === 0) return 'These tokens are gone already.';
  if (amount === 1) return 'One token is handed back. From the next request it is refused.';
  return `${capitalised(numberWord(amount))} tokens are handed back, all or none. From the next request they are refused.`;
}
