'use client';

import type { Grant } from '@/lib/domain/grant';
import type { TokenRow } from '@/lib/domain/token-view';
import type { KeyComponents } from '../key-geometry';
import { TokenDialog } from './token-dialog';
import './dialogs.css';

/** Which dialog is open; null: none. `id` is the token that is edited or copied, `grants` what is ticked beside what it has. */
export type DialogMode =
  | null
  | { kind: 'generate' }
  | { kind: 'edit'; id: string; grants?: readonly Grant[] }
  | { kind: 'copy'; id: string };

export interface TokenDialogsProps {
  mode: DialogMode;
  /** It has closed; the mode should become null. */
  onClose: () => void;
  /** A token was made or changed: its row as it is now. `onClose` follows. */
  onDone: (row: TokenRow) => void;
  components: KeyComponents;
  /** The e-mail address of who is signed in, so that password managers know whose password is asked. */
  username?: string;
}

const none: readonly Grant[] = [];

/** Generate, Edit and Copy, from the form over the password to the secret that is shown once. */
export function TokenDialogs({ mode, ...props }: TokenDialogsProps) {
  if (mode === null) return null;
  const id = mode.kind === 'generate' ? null : mode.id;
  const requested = mode.kind === 'edit' ? (mode.grants ?? none) : none;
  return (
    <TokenDialog key={`${mode.kind} ${id ?? ''}`} kind={mode.kind} id={id} requested={requested} {...props} />
  );
}
