'use client';

import { zodResolver } from '@hookform/resolvers/zod';
import { useEffect, useId } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import { FormRefusal } from '@/components/entry/form-refusal';
import { LengthMeter } from '@/components/entry/length-meter';
import { PasswordField } from '@/components/ui/password-field';
import { TextField } from '@/components/ui/text-field';
import type { FieldIssue } from '@/lib/domain/errors';
import type { RoleHeld, RoleView } from '@/lib/domain/person';
import type { RolePlaces } from '@/lib/domain/role-view';
import { FormFooter } from '../form-footer';
import { newPersonSchema, type CheckedPerson, type NewPerson } from './new-person-schema';
import { roleProblems } from './role-words';
import { RolesEditor } from './roles-editor';

export interface PersonFormProps {
  /** What was typed before, when one comes back from the confirmation. */
  start: CheckedPerson | null;
  /** What the desk refused, by field. */
  issues: readonly FieldIssue[];
  held: readonly RoleHeld[];
  roles: readonly RoleView[];
  places: RolePlaces;
  onHeldChange: (held: readonly RoleHeld[]) => void;
  onClose: () => void;
  onNext: (fields: CheckedPerson) => void;
}

const fieldNames = ['name', 'email', 'password'] as const;

/** Inside a dialog: who gets an account, with which password and roles. */
export function PersonForm(props: PersonFormProps) {
  const { start, issues, held, roles, places, onHeldChange, onClose, onNext } = props;
  const formId = useId();
  const form = useForm<NewPerson, unknown, CheckedPerson>({
    resolver: zodResolver(newPersonSchema),
    defaultValues: start ?? { name: '', email: '', password: '' },
  });
  const { errors } = form.formState;
  const password = useWatch({ control: form.control, name: 'password' });
  useEffect(() => {
    for (const name of fieldNames) {
      const issue = issues.find((each) => each.path === name);
      if (issue !== undefined) form.setError(name, { message: issue.message }, { shouldFocus: true });
    }
  }, [form, issues]);
  const other = issues.find((issue) => !fieldNames.some((name) => name === issue.path));
  return (
    <>
      <form
        id={formId}
        className="body fields"
        noValidate
        onSubmit={(event) => void form.handleSubmit(onNext)(event)}
      >
        <FormRefusal message={other?.message ?? null} />
        <TextField
          label="Name"
          autoComplete="off"
          autoFocus={start === null}
          error={errors.name?.message}
          {...form.register('name')}
        />
        <TextField
          label="Email"
          type="email"
          autoComplete="off"
          error={errors.email?.message}
          {...form.register('email')}
        />
        <PasswordField
          label="Initial password"
          autoComplete="new-password"
          error={errors.password?.message}
          hint={<LengthMeter password={password} />}
          {...form.register('password')}
        />
        <RolesEditor held={held} roles={roles} places={places} onHeldChange={onHeldChange} />
      </form>
      <FormFooter
        formId={formId}
        note="Next you see what is created."
        disabledReason={roleProblems(held).size > 0 ? 'A role stands twice in one context' : null}
        onClose={onClose}
      />
    </>
  );
}
