'use client';

import { useState, type ReactNode } from 'react';
import { ConfirmStep } from '@/components/security/confirm-dialog';
import { fieldIssues, refusalOf } from '@/components/security/refusal-of';
import { Dialog } from '@/components/ui/dialog';
import { addClientAction, renewClientAction } from '@/lib/actions/clients';
import type { ClientView, NewClientView } from '@/lib/domain/client-view';
import type { FieldIssue } from '@/lib/domain/errors';
import { ClientChanges, RenewalLines } from './client-changes';
import { emptyClient, inputOf, type ClientFields } from './client-fields';
import { ClientForm } from './client-form';
import { kindWord } from './client-words';
import { CredentialStep } from './credential-step';
import type { ServicesChoiceProps } from './services-choice';

export interface ClientDialogProps {
  /** Its credential is renewed; null: one is added. */
  client: ClientView | null;
  services: ServicesChoiceProps['known'];
  origin: string;
  username: string;
  onClose: () => void;
  onDone: (client: ClientView) => void;
}

type Step =
  | { kind: 'form'; issues: readonly FieldIssue[] }
  | { kind: 'confirm' }
  | { kind: 'new'; answer: NewClientView; isTaken: boolean };

/** Adds a client or renews its credential: what it is, the password, the credential once. */
export function ClientDialog({ client, services, origin, username, onClose, onDone }: ClientDialogProps) {
  const [fields, setFields] = useState<ClientFields>(emptyClient);
  const [isSending, setIsSending] = useState(false);
  const [step, setStep] = useState<Step>(
    client === null ? { kind: 'form', issues: [] } : { kind: 'confirm' },
  );
  const kind = client?.kind ?? fields.kind;
  const send = async (password: string) => {
    const proof = { password };
    const asked =
      client === null
        ? addClientAction({ ...inputOf(fields), proof })
        : renewClientAction({ id: client.id, version: client.version, proof });
    const result = await asked.catch(() => null);
    if (result?.isOk === true) {
      setStep({ kind: 'new', answer: result.value, isTaken: false });
      return null;
    }
    const issues = fieldIssues(result);
    if (client !== null || issues.length === 0) return refusalOf(result);
    setStep({ kind: 'form', issues });
    return null;
  };
  const close = () => {
    if (step.kind === 'new') onDone(step.answer.client);
    else onClose();
  };
  const { title, sub, size } = sheetOf(step, kind, client);
  let content: ReactNode;
  if (step.kind === 'form') {
    content = (
      <ClientForm
        start={fields}
        isNew
        services={services}
        issues={step.issues}
        refusal={null}
        onClose={onClose}
        onNext={(next) => {
          setFields(next);
          setStep({ kind: 'confirm' });
        }}
      />
    );
  } else if (step.kind === 'confirm') {
    content = (
      <ConfirmStep
        username={username}
        backLabel={client === null ? 'Back' : 'Cancel'}
        onBack={() => (client === null ? setStep({ kind: 'form', issues: [] }) : onClose())}
        onSendingChange={setIsSending}
        onSend={send}
      >
        {client === null ? <ClientChanges before={null} after={fields} /> : <RenewalLines client={client} />}
      </ConfirmStep>
    );
  } else {
    const { answer } = step;
    content = (
      <CredentialStep
        answer={answer}
        origin={origin}
        isTaken={step.isTaken}
        onTaken={() => setStep({ ...step, isTaken: true })}
        onDone={close}
        onGone={close}
      />
    );
  }
  return (
    <Dialog
      open
      title={title}
      sub={sub}
      size={size}
      onOpenChange={(open) => {
        // The credential is not lost by a key: Done leads out.
        if (!open && !isSending && (step.kind !== 'new' || step.isTaken)) close();
      }}
    >
      {content}
    </Dialog>
  );
}

function sheetOf(step: Step, kind: ClientView['kind'], client: ClientView | null) {
  const word = kindWord(kind);
  if (step.kind === 'form')
    return { title: 'Add a gateway or resource server', sub: undefined, size: 'confirm' } as const;
  if (step.kind === 'new')
    return {
      title: kind === 'gateway' ? 'Your new gateway key' : 'Your new credential',
      sub: 'This is the only time that it is shown.',
      size: 'new',
    } as const;
  const sub = client === null ? `One ${word} is added.` : `The credential of ${client.name} is replaced.`;
  return { title: 'Confirm with your password', sub, size: 'confirm' } as const;
}
