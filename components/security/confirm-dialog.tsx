'use client';

import { useId, type ReactNode } from 'react';
import { ProofFields } from '@/components/tokens/dialogs/proof-fields';
import type { Refusal } from '@/components/tokens/dialogs/refusal';
import { useProof } from '@/components/tokens/dialogs/use-proof';
import { Button } from '@/components/ui/button';
import { Dialog, DialogFooter } from '@/components/ui/dialog';

export interface ConfirmDialogProps {
  /** One sentence: what happens. */
  sub: ReactNode;
  /** What exactly changes, as the lines of a `dif` list. */
  children: ReactNode;
  /** For the password manager. */
  username: string;
  /** `Confirm`, or what is ended: then the button is rust. */
  confirmLabel?: string;
  isEnd?: boolean;
  /** Back to the form before this; absent where there was none. */
  onBack?: (() => void) | undefined;
  onClose: () => void;
  /** Null: it was done, and the dialog is closed by whoever opened it. */
  onSend: (password: string) => Promise<Refusal | null>;
}

/** Says what will change and takes the password for it. A wrong one stays where it was typed. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { sub, children, username, confirmLabel = 'Confirm', isEnd = false, onBack, onClose, onSend } = props;
  const formId = useId();
  const proof = useProof(onSend);
  const pause = proof.secondsLeft > 0 ? `The next try is possible in ${proof.secondsLeft} s.` : null;
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open && !proof.isSending) onClose();
      }}
      title="Confirm with your password"
      sub={sub}
      size="confirm"
      initialFocus={proof.field}
    >
      <form
        id={formId}
        className="body"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void proof.submit();
        }}
      >
        {children}
        <ProofFields proof={proof} username={username} />
      </form>
      <DialogFooter note="Recorded in the audit log as your change.">
        <Button variant="plain" size="large" onClick={onBack ?? onClose}>
          {onBack === undefined ? 'Cancel' : 'Back'}
        </Button>
        <Button
          type="submit"
          form={formId}
          variant={isEnd ? 'end-solid' : 'primary'}
          size="large"
          isBusy={proof.isSending}
          disabledReason={pause}
        >
          {confirmLabel}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
