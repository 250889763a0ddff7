'use client';

import { AlertDialog } from '@base-ui/react/alert-dialog';
import { useRef } from 'react';
import { Button } from '../../ui/button';
import type { Loss } from './steps';

const words: Record<Loss, { title: string; text: string; stay: string; leave: string }> = {
  changes: {
    title: 'Leave without saving?',
    text: 'What you typed and ticked here is then gone. No token changes.',
    stay: 'Keep editing',
    leave: 'Leave',
  },
  secret: {
    title: 'Close without taking the secret?',
    text: 'Nobody can show it again, not even the desk. The token exists; to use it you would have to regenerate it.',
    stay: 'Back to the secret',
    leave: 'Close anyway',
  },
};

/** Asks before something that cannot be had again is closed away. */
export function AskDialog({
  loss,
  onStay,
  onLeave,
}: {
  loss: Loss | null;
  onStay: () => void;
  onLeave: () => void;
}) {
  const { title, text, stay, leave } = words[loss ?? 'changes'];
  const stayButton = useRef<HTMLButtonElement>(null);
  return (
    <AlertDialog.Root open={loss !== null} onOpenChange={(isOpen) => (isOpen ? undefined : onStay())}>
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className="scrim-back ask" forceRender />
        <AlertDialog.Viewport className="scrim ask">
          <AlertDialog.Popup className="dlg size-ask" initialFocus={stayButton}>
            <header>
              <div>
                <AlertDialog.Title className="title">{title}</AlertDialog.Title>
                <AlertDialog.Description className="sub">{text}</AlertDialog.Description>
              </div>
            </header>
            <footer>
              <span className="sp" />
              <Button size="large" variant="plain" onClick={onLeave}>
                {leave}
              </Button>
              <Button ref={stayButton} size="large" variant="primary" onClick={onStay}>
                {stay}
              </Button>
            </footer>
          </AlertDialog.Popup>
        </AlertDialog.Viewport>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
