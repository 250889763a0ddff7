'use client';

import { useId, type FormEvent } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog, DialogBody, DialogFooter } from '@/components/ui/dialog';
import { removeTokensAction } from '@/lib/actions/tokens';
import type { TokenRow } from '@/lib/domain/token-view';
import { capitalised, numberWord } from '@/lib/domain/number-words';
import { ProofFields } from './dialogs/proof-fields';
import type { Refusal } from './dialogs/refusal';
import { useProof } from './dialogs/use-proof';
import type { KeyComponents } from './key-geometry';
import { AtWorkCallout, RemovalList } from './removal-list';
import { removalRefusal } from './removal-refusal';
import { removalUses } from './remove-facts';
import { count } from './token-grid/token-facts';

export interface RemoveDialogProps {
  /** The tokens as they stand now; one that has gone meanwhile is no longer among them. */
  tokens: readonly TokenRow[];
  components: KeyComponents;
  now: Date;
  /** Whose password is asked, for password managers. */
  username: string | undefined;
  onClose: () => void;
  onRemoved: (ids: readonly string[]) => void;
  /** Something was changed elsewhere: the rows must be read again. */
  onStale: () => void;
}

/** Hands tokens back, all or none, with the password. What is still in use is named first. */
export function RemoveDialog(props: RemoveDialogProps) {
  const { tokens, components, now, username, onClose, onRemoved, onStale } = props;
  const formId = useId();
  const uses = removalUses(tokens, now);

  const send = async (password: string): Promise<Refusal | null> => {
    const chosen = tokens.map(({ id, version }) => ({ id, version }));
    const result = await removeTokensAction({ tokens: chosen, proof: { password } }).catch(() => null);
    if (result?.isOk === true) {
      onRemoved(result.value.removedIds);
      return null;
    }
    const { refusal, isStale } = removalRefusal(result?.error ?? null);
    if (isStale) onStale();
    return refusal;
  };
  const proof = useProof(send);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (tokens.length > 0) void proof.submit();
  };

  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open && !proof.isSending) onClose();
      }}
      title="Remove tokens"
      sub={removalSentence(tokens.length)}
      size="remove"
      initialFocus={proof.field}
    >
      <DialogBody>
        <RemovalList uses={uses} components={components} />
        <AtWorkCallout uses={uses} />
        <form id={formId} onSubmit={submit}>
          <ProofFields proof={proof} username={username} />
        </form>
      </DialogBody>
      <DialogFooter note="A removed token cannot be brought back.">
        <Button variant="plain" size="large" isBusy={proof.isSending} onClick={onClose}>
          Cancel
        </Button>
        <Button
          type="submit"
          form={formId}
          variant="end-solid"
          size="large"
          isBusy={proof.isSending}
          disabledReason={tokens.length === 0 ? 'These tokens are gone already' : null}
        >
          Remove {count(tokens.length, 'token')}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}

function removalSentence(amount: number): string {
  if (amount === 0) return 'These tokens are gone already.';
  if (amount === 1) return 'One token is handed back. From the next request it is refused.';
  return `${capitalised(numberWord(amount))} tokens are handed back, all or none. From the next request they are refused.`;
}
