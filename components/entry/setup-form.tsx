'use client';

import { zodResolver } from '@hookform/resolvers/zod';
import { useEffect, useState } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import { z } from 'zod';
import { Button } from '@/components/ui/button';
import { PasswordField } from '@/components/ui/password-field';
import { TextField } from '@/components/ui/text-field';
import { completeSetupAction } from '@/lib/actions/setup';
import { completeSetupSchema } from '@/lib/domain/person-input';
import { FormRefusal } from './form-refusal';
import { LengthMeter } from './length-meter';
import { signInWithPassword } from './sign-in-with-password';

/** What the verb takes, and the password a second time, which is of the form alone. */
const setupFormSchema = z
  .strictObject({ ...completeSetupSchema.shape, repeated: z.string() })
  .refine((form) => form.password === form.repeated, {
    path: ['repeated'],
    error: 'The two passwords differ.',
  });
type SetupForm = z.input<typeof setupFormSchema>;

const fields = ['code', 'name', 'email', 'password'] as const;

/** The first administrator. The code comes in the link's fragment, which never reaches a log, or is typed. */
export function SetupForm({ code }: { code: string }) {
  const [refusal, setRefusal] = useState<string | null>(null);
  const form = useForm<SetupForm>({
    resolver: zodResolver(setupFormSchema),
    defaultValues: { code, name: '', email: '', password: '', repeated: '' },
  });
  const { errors, isSubmitting } = form.formState;
  const password = useWatch({ control: form.control, name: 'password' });

  useEffect(() => {
    const inFragment = new URLSearchParams(window.location.hash.slice(1)).get('code');
    if (inFragment !== null) form.setValue('code', inFragment);
    // Used once: neither history nor a copied address keeps it.
    window.history.replaceState(window.history.state, '', window.location.pathname);
  }, [form]);

  const submit = form.handleSubmit(async ({ repeated: _, ...input }) => {
    setRefusal(null);
    const result = await completeSetupAction(input).catch(() => null);
    if (result?.isOk === true) {
      const answer = await signInWithPassword({ email: input.email, password: input.password });
      window.location.assign(answer.isOk ? '/profile/auth-tokens' : '/sign-in');
      await new Promise(() => undefined);
      return;
    }
    const issues = result?.error.details.issues ?? [];
    for (const field of fields) {
      const issue = issues.find((each) => each.path === field);
      if (issue !== undefined) form.setError(field, { message: issue.message }, { shouldFocus: true });
    }
    const isAtField = issues.some((issue) => fields.some((field) => field === issue.path));
    if (!isAtField) setRefusal(result?.error.message ?? 'The desk did not answer. Nothing was set up.');
  });

  return (
    <form method="post" noValidate onSubmit={(event) => void submit(event)}>
      <FormRefusal message={refusal} />
      <TextField
        label="One-time code"
        autoComplete="one-time-code"
        spellCheck={false}
        className="mono"
        hint="The terminal in which the desk was started printed it."
        error={errors.code?.message}
        {...form.register('code')}
      />
      <TextField label="Name" autoComplete="name" error={errors.name?.message} {...form.register('name')} />
      <TextField
        label="Email"
        type="email"
        autoComplete="username"
        error={errors.email?.message}
        {...form.register('email')}
      />
      <PasswordField
        label="Password"
        autoComplete="new-password"
        hint={<LengthMeter password={password} />}
        error={errors.password?.message}
        {...form.register('password')}
      />
      <PasswordField
        label="Type it again"
        autoComplete="new-password"
        error={errors.repeated?.message}
        {...form.register('repeated')}
      />
      <div className="acts">
        <Button type="submit" variant="primary" size="large" isBusy={isSubmitting}>
          Open the desk
        </Button>
      </div>
    </form>
  );
}
