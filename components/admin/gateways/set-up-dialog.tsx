'use client';

import { Button } from '@/components/ui/button';
import { Dialog, DialogBody, DialogFooter } from '@/components/ui/dialog';
import type { ClientView } from '@/lib/domain/client-view';
import { SetUp } from './set-up';

export interface SetUpDialogProps {
  client: ClientView;
  origin: string;
  onClose: () => void;
}

/** How a client that exists is put before its API. Its credential is not here: it was shown once. */
export function SetUpDialog({ client, origin, onClose }: SetUpDialogProps) {
  return (
    <Dialog
      open
      onOpenChange={(open) => (open ? undefined : onClose())}
      title={`Set up ${client.name}`}
      sub="The credential was shown once. Renew it when it is lost."
      size="new"
    >
      <DialogBody>
        <SetUp client={client} origin={origin} />
      </DialogBody>
      <DialogFooter>
        <Button size="large" variant="primary" onClick={onClose}>
          Done
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
