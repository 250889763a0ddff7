'use client';

import { useId, useState } from 'react';
import { FormRefusal } from '@/components/entry/form-refusal';
import { RadioGroup } from '@/components/ui/radio-group';
import { TextField } from '@/components/ui/text-field';
import type { FieldIssue } from '@/lib/domain/errors';
import { FormFooter } from '../form-footer';
import { problemsOf, type ClientFields } from './client-fields';
import { ServicesChoice, type ServicesChoiceProps } from './services-choice';

export interface ClientFormProps {
  start: ClientFields;
  /** One that exists keeps its kind and its name. */
  isNew: boolean;
  services: ServicesChoiceProps['known'];
  issues: readonly FieldIssue[];
  refusal: string | null;
  onClose: () => void;
  onNext: (fields: ClientFields) => void;
}

const kinds = [
  {
    value: 'gateway',
    label: 'Gateway',
    hint: 'nginx, Caddy, HAProxy, Traefik or Envoy before an API: asks before each request is let through.',
  },
  {
    value: 'resource-server',
    label: 'Resource server',
    hint: 'An API that asks by itself: introspection (RFC 7662) or the verifier package.',
  },
] as const;

/** Inside a dialog: what asks, how it is called, and for which services. */
export function ClientForm({ start, isNew, services, refusal, onClose, onNext, ...props }: ClientFormProps) {
  const formId = useId();
  const [fields, setFields] = useState(start);
  const [issues, setIssues] = useState(props.issues);
  const change = (part: Partial<ClientFields>) => {
    setFields((before) => ({ ...before, ...part }));
    setIssues((before) =>
      before.filter(({ path }) => !(path.split('.', 1)[0] ?? '') || !((path.split('.', 1)[0] ?? '') in part)),
    );
  };
  const messageOf = (field: keyof ClientFields) =>
    issues.find(({ path }) => path === field || path.startsWith(`${field}.`))?.message;
  return (
    <>
      <form
        id={formId}
        className="body fields"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          const wrong = problemsOf(fields);
          setIssues(wrong);
          if (wrong.length === 0) return onNext(fields);
          const form = event.currentTarget;
          requestAnimationFrame(() => form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
        }}
      >
        <FormRefusal message={refusal} />
        {isNew && (
          <RadioGroup
            label="Kind"
            value={fields.kind}
            options={kinds}
            onValueChange={(kind) => change({ kind })}
          />
        )}
        <TextField
          label="Name"
          autoComplete="off"
          spellCheck={false}
          className="mono"
          autoFocus={isNew}
          readOnly={!isNew}
          value={fields.name}
          error={messageOf('name')}
          hint={isNew ? 'The audit log names it so. It cannot be changed later.' : 'The name stays.'}
          onChange={({ target }) => change({ name: target.value })}
        />
        {fields.kind === 'resource-server' && (
          <TextField
            label="Audience"
            note="optional"
            autoComplete="off"
            spellCheck={false}
            className="mono"
            value={fields.audience}
            placeholder={fields.name === '' ? 'its name' : fields.name}
            error={messageOf('audience')}
            hint="What introspection says as aud, such as the address of the API."
            onChange={({ target }) => change({ audience: target.value })}
          />
        )}
        <ServicesChoice
          known={services}
          chosen={fields.services}
          error={messageOf('services')}
          onChosenChange={(chosen) => change({ services: chosen })}
        />
      </form>
      <FormFooter
        formId={formId}
        note={isNew ? 'Next, your password. The credential is then shown once.' : 'Next, your password.'}
        disabledReason={null}
        onClose={onClose}
      />
    </>
  );
}
