'use client';

import { useId, useState, type ReactNode } from 'react';
import { ProofFields } from '@/components/tokens/dialogs/proof-fields';
import type { Refusal } from '@/components/tokens/dialogs/refusal';
import { useProof } from '@/components/tokens/dialogs/use-proof';
import { Button } from '@/components/ui/button';
import { Dialog, DialogFooter } from '@/components/ui/dialog';

export interface ConfirmStepProps {
  /** What exactly changes, as the lines of a `dif` list. */
  children: ReactNode;
  /** For the password manager. */
  username: string;
  /** `Confirm`, or what is ended: then the button is rust. */
  confirmLabel?: string;
  isEnd?: boolean;
  backLabel: 'Back' | 'Cancel';
  onBack: () => void;
  onSendingChange?: (isSending: boolean) => void;
  /** Null: it was done, and the dialog is closed by whoever opened it. */
  onSend: (password: string) => Promise<Refusal | null>;
}

/** Inside a dialog: what will change, and the password for it. A wrong one stays where it was typed. */
export function ConfirmStep(props: ConfirmStepProps) {
  const { children, username, confirmLabel = 'Confirm', isEnd = false, backLabel, onBack, onSend } = props;
  const { onSendingChange } = props;
  const formId = useId();
  const proof = useProof(async (password) => {
    onSendingChange?.(true);
    const refusal = await onSend(password);
    onSendingChange?.(false);
    return refusal;
  });
  const pause = proof.secondsLeft > 0 ? `The next try is possible in ${proof.secondsLeft} s.` : null;
  return (
    <>
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
        <Button variant="plain" size="large" onClick={onBack}>
          {backLabel}
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
    </>
  );
}

export interface ConfirmDialogProps extends Omit<
  ConfirmStepProps,
  'backLabel' | 'onBack' | 'onSendingChange'
> {
  /** One sentence: what happens. */
  sub: ReactNode;
  onClose: () => void;
}

/** A change that needs no form before its confirmation. */
export function ConfirmDialog({ sub, onClose, ...step }: ConfirmDialogProps) {
  const [isSending, setIsSending] = useState(false);
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open && !isSending) onClose();
      }}
      title="Confirm with your password"
      sub={sub}
      size="confirm"
    >
      <ConfirmStep {...step} backLabel="Cancel" onBack={onClose} onSendingChange={setIsSending} />
    </Dialog>
  );
}
