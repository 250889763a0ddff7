'use client';

import { useRef, useState } from 'react';
import type { Grant } from '@/lib/domain/grant';
import { Button } from '../../ui/button';
import { Dialog, DialogFooter } from '../../ui/dialog';
import { AskDialog } from './ask-dialog';
import type { DialogKind } from './form-start';
import { FormSkeleton } from './form-skeleton';
import { sheetOf, type Loss, type Step } from './steps';
import type { TokenDialogsProps } from './token-dialogs';
import { TokenEditor } from './token-editor';
import { useTokenData } from './use-token-data';

export interface TokenDialogProps extends Omit<TokenDialogsProps, 'mode'> {
  kind: DialogKind;
  id: string | null;
  /** What a link asks to be added: it opens ticked. */
  requested: readonly Grant[];
}

/** One sheet whose content goes from step to step, so that focus and scrim stay where they are. */
export function TokenDialog({
  kind,
  id,
  requested,
  onClose,
  onDone,
  components,
  username,
}: TokenDialogProps) {
  const { data, retry } = useTokenData(id);
  const [step, setStep] = useState<Step>({ kind: 'form' });
  const [asked, setAsked] = useState<Loss | null>(null);
  const lossNow = useRef<() => Loss | null>(() => null);
  const { title, sub, size } = sheetOf(kind, step);
  const close = () => {
    if (step.kind === 'new') onDone(step.answer.token);
    onClose();
  };
  const askToClose = () => {
    const loss = lossNow.current();
    if (loss === null) close();
    else setAsked(loss);
  };
  return (
    <Dialog
      open
      title={title}
      sub={sub}
      size={size}
      onOpenChange={(isOpen) => (isOpen ? undefined : askToClose())}
    >
      {data.status === 'ready' ? (
        <TokenEditor
          kind={kind}
          index={data.index}
          token={data.token}
          requested={requested}
          step={step}
          setStep={setStep}
          lossNow={lossNow}
          onCancel={askToClose}
          onChanged={(row) => {
            onDone(row);
            onClose();
          }}
          onTaken={close}
          components={components}
          username={username}
        />
      ) : (
        <>
          {data.status === 'loading' ? (
            <FormSkeleton />
          ) : (
            <p className="gen failed" role="alert">
              {data.message}
            </p>
          )}
          <DialogFooter>
            <Button variant="plain" size="large" onClick={onClose}>
              Cancel
            </Button>
            {data.status === 'failed' && (
              <Button size="large" onClick={retry}>
                Try again
              </Button>
            )}
          </DialogFooter>
        </>
      )}
      <AskDialog loss={asked} onStay={() => setAsked(null)} onLeave={close} />
    </Dialog>
  );
}
