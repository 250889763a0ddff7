'use client';

import { zodResolver } from '@hookform/resolvers/zod';
import { useEffect, useId } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import type { z } from 'zod';
import { FormRefusal } from '@/components/entry/form-refusal';
import { TextField } from '@/components/ui/text-field';
import type { FieldIssue } from '@/lib/domain/errors';
import { createProjectSchema } from '@/lib/domain/project-input';
import { FormFooter } from '../form-footer';
import { keyFromName } from '../key-from-name';

const formSchema = createProjectSchema.omit({ proof: true });
export type CheckedProject = z.output<typeof formSchema>;

export interface ProjectFormProps {
  start: CheckedProject;
  /** The project as it is; null for a new one. Its key stays. */
  before: CheckedProject | null;
  /** What the desk refused, by field. */
  issues: readonly FieldIssue[];
  /** Why the next step could not be shown. */
  refusal: string | null;
  isBusy: boolean;
  onClose: () => void;
  onNext: (fields: CheckedProject) => void;
}

/** Inside a dialog: what the project is called, and the key that contexts name it by. */
export function ProjectForm(props: ProjectFormProps) {
  const { start, before, issues, refusal, isBusy, onClose, onNext } = props;
  const formId = useId();
  const form = useForm<CheckedProject>({ resolver: zodResolver(formSchema), defaultValues: start });
  const { errors } = form.formState;
  const name = useWatch({ control: form.control, name: 'name' });
  useEffect(() => {
    for (const { path, message } of issues)
      if (path === 'name' || path === 'key') form.setError(path, { message }, { shouldFocus: true });
  }, [form, issues]);
  return (
    <>
      <form
        id={formId}
        className="body fields"
        noValidate
        onSubmit={(event) => void form.handleSubmit(onNext)(event)}
      >
        <FormRefusal message={refusal} />
        <TextField
          label="Name"
          autoComplete="off"
          autoFocus
          error={errors.name?.message}
          {...form.register('name', {
            onChange: (event: { target: { value: string } }) => {
              // The key follows the name until it is typed by hand.
              if (before === null && form.getValues('key') === keyFromName(name))
                form.setValue('key', keyFromName(event.target.value));
            },
          })}
        />
        <TextField
          label="Key"
          autoComplete="off"
          spellCheck={false}
          className="mono"
          readOnly={before !== null}
          error={errors.key?.message}
          hint={
            before === null
              ? 'Roles and tokens are bound to it, as in project:shop. It cannot be changed, and a project is never deleted.'
              : 'The key stays: roles and tokens are bound to it.'
          }
          {...form.register('key')}
        />
      </form>
      <FormFooter
        formId={formId}
        note={before === null ? 'Next you see what is created.' : 'Next you see whom it reaches.'}
        isBusy={isBusy}
        disabledReason={before !== null && name.trim() === before.name ? 'Nothing is changed yet' : null}
        onClose={onClose}
      />
    </>
  );
}
