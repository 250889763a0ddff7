'use client';

import { Button } from '@/components/ui/button';
import { DialogFooter } from '@/components/ui/dialog';

export interface FormFooterProps {
  /** The form that Continue sends. */
  formId: string;
  /** What comes next. */
  note: string;
  disabledReason: string | null;
  isBusy?: boolean;
  onClose: () => void;
}

/** Below a form that is followed by its confirmation: Cancel and Continue. */
export function FormFooter({ formId, note, disabledReason, isBusy = false, onClose }: FormFooterProps) {
  return (
    <DialogFooter note={note}>
      <Button variant="plain" size="large" onClick={onClose}>
        Cancel
      </Button>
      <Button
        type="submit"
        form={formId}
        variant="primary"
        size="large"
        isBusy={isBusy}
        disabledReason={disabledReason}
      >
        Continue
      </Button>
    </DialogFooter>
  );
}
