'use client';

import type { ReactNode } from 'react';
import { ConfirmStep } from '@/components/security/confirm-dialog';
import { Dialog, type DialogProps } from '@/components/ui/dialog';
import type { Review, Reviewed } from './use-review';

export interface ReviewDialogProps<Fields, Preview> {
  review: Review<Fields, Preview>;
  /** Of the form; the second step is called as everywhere. */
  title: string;
  sub: { form: string; confirm: string };
  size: { form: DialogProps['size']; confirm: DialogProps['size'] };
  username: string;
  onClose: () => void;
  form: ReactNode;
  /** What changes and whom it reaches, as a `dif` list. */
  changes: (reviewed: Reviewed<Fields, Preview>) => ReactNode;
}

/** A dialog of two steps: the form, then what it changes and whom it reaches, with the password. */
export function ReviewDialog<Fields, Preview>(props: ReviewDialogProps<Fields, Preview>) {
  const { review, title, sub, size, username, onClose, form, changes } = props;
  const { reviewed } = review;
  const step = reviewed === null ? 'form' : 'confirm';
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open && !review.isBusy) onClose();
      }}
      title={reviewed === null ? title : 'Confirm with your password'}
      sub={sub[step]}
      size={size[step]}
    >
      {reviewed === null ? (
        form
      ) : (
        <ConfirmStep
          username={username}
          backLabel="Back"
          onBack={review.back}
          onSendingChange={review.setIsBusy}
          onSend={(password) => review.confirm(reviewed.fields, password)}
        >
          {changes(reviewed)}
        </ConfirmStep>
      )}
    </Dialog>
  );
}
