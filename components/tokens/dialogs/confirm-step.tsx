'use client';

import { useId } from 'react';
import type { PickerIndex } from '@/components/permissions/picker-index';
import { Button } from '../../ui/button';
import { DialogFooter } from '../../ui/dialog';
import type { KeyComponents } from '../key-geometry';
import { ChangeList } from './change-list';
import { ChangedToken, type ChangeSubject } from './changed-token';
import { diffToken } from './diff-token';
import { ProofFields } from './proof-fields';
import type { Refusal } from './refusal';
import { useProof } from './use-proof';

/** Says exactly what will change, and takes the password for it. */
export function ConfirmStep({
  index,
  subject,
  components,
  username,
  onBack,
  onSend,
}: {
  index: PickerIndex;
  subject: ChangeSubject;
  components: KeyComponents;
  username: string | undefined;
  onBack: () => void;
  /** Null: it went elsewhere; else what to show here. */
  onSend: (password: string) => Promise<Refusal | null>;
}) {
  const formId = useId();
  const proof = useProof(onSend);
  const diff = diffToken(index, subject.before, subject.after);
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
        <ChangedToken index={index} subject={subject} diff={diff} components={components} />
        <ChangeList index={index} subject={subject} diff={diff} />
        <ProofFields proof={proof} username={username} />
      </form>
      <ProofFooter formId={formId} proof={proof} onBack={onBack} />
    </>
  );
}

/** Back to the form, or on with the password. */
export function ProofFooter({
  formId,
  proof,
  onBack,
}: {
  formId: string;
  proof: ReturnType<typeof useProof>;
  onBack: () => void;
}) {
  const pause = proof.secondsLeft > 0 ? `The next try is possible in ${proof.secondsLeft} s.` : null;
  return (
    <DialogFooter note="Recorded in the audit log as your change.">
      <Button variant="plain" size="large" onClick={onBack}>
        Back
      </Button>
      <Button
        type="submit"
        form={formId}
        variant="primary"
        size="large"
        isBusy={proof.isSending}
        disabledReason={pause}
      >
        Confirm
      </Button>
    </DialogFooter>
  );
}
