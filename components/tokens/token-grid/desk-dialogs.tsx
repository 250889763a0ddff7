'use client';

import dynamic from 'next/dynamic';
import type { KeyComponents } from '@/components/tokens/key-geometry';
import type { Grant } from '@/lib/domain/grant';
import type { TokenRow } from '@/lib/domain/token-view';

/** Which dialog stands over the grid; null: none. */
export type DeskDialog =
  | null
  | { kind: 'generate' }
  /** `grants`: what a link asks to be added. */
  | { kind: 'edit'; id: string; grants?: readonly Grant[] }
  | { kind: 'copy'; id: string }
  | { kind: 'remove'; ids: readonly string[] };

interface DeskDialogsProps {
  dialog: DeskDialog;
  rows: readonly TokenRow[];
  components: KeyComponents;
  now: Date;
  username: string;
  onClose: () => void;
  onDone: (row: TokenRow) => void;
  onRemoved: (ids: readonly string[]) => void;
  onStale: () => void;
}

/** Fetches the dialogs. They come when they are needed: the first paint of the grid stays light. */
export const loadDialogs = () =>
  import('@/components/tokens/dialogs/token-dialogs').then((file) => file.TokenDialogs);

const TokenDialogs = dynamic(loadDialogs, { ssr: false });
const RemoveDialog = dynamic(
  () => import('@/components/tokens/remove-dialog').then((file) => file.RemoveDialog),
  { ssr: false },
);

/** The dialogs over the grid, one at a time. */
export function DeskDialogs({ dialog, rows, onDone, onRemoved, onStale, ...common }: DeskDialogsProps) {
  if (dialog === null) return null;
  if (dialog.kind !== 'remove') return <TokenDialogs mode={dialog} onDone={onDone} {...common} />;
  const tokens = rows.filter((row) => dialog.ids.includes(row.id));
  return <RemoveDialog tokens={tokens} onRemoved={onRemoved} onStale={onStale} {...common} />;
}
