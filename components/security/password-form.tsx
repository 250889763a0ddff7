'use client';

import { zodResolver } from '@hookform/resolvers/zod';
import { useState } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import { z } from 'zod';
import { FormRefusal } from '@/components/entry/form-refusal';
import { LengthMeter } from '@/components/entry/length-meter';
import { Button } from '@/components/ui/button';
import { PasswordField } from '@/components/ui/password-field';
import { toast } from '@/components/ui/toast';
import { changePasswordAction } from '@/lib/actions/account';
import { counted } from '@/lib/domain/number-words';
import { newPasswordSchema } from '@/lib/domain/password-rules';
import { fieldIssues, refusalOf } from './refusal-of';

const formSchema = z
  .strictObject({
    current: z.string().min(1, { error: 'Type the password you have now.' }).max(1024),
    password: newPasswordSchema,
    repeated: z.string(),
  })
  .refine((form) => form.password === form.repeated, {
    path: ['repeated'],
    error: 'The two passwords differ.',
  });
type PasswordChange = z.input<typeof formSchema>;

const empty: PasswordChange = { current: '', password: '', repeated: '' };

/** Changes one's own password: the current one is the proof, in the same request. */
export function PasswordForm({ email, onChanged }: { email: string; onChanged: () => void }) {
  const [refusal, setRefusal] = useState<string | null>(null);
  const form = useForm<PasswordChange>({ resolver: zodResolver(formSchema), defaultValues: empty });
  const { errors, isSubmitting } = form.formState;
  const password = useWatch({ control: form.control, name: 'password' });

  const submit = form.handleSubmit(async ({ current, password: wanted }) => {
    setRefusal(null);
    const result = await changePasswordAction({ password: wanted, proof: { password: current } }).catch(
      () => null,
    );
    if (result?.isOk === true) {
      form.reset(empty);
      const ended = result.value.endedSessions;
      const description =
        ended === 0 ? 'There was no other session.' : `${counted(ended, 'other session')} ended.`;
      toast.success('Your password is changed.', { description });
      onChanged();
      return;
    }
    const [issue] = fieldIssues(result);
    const answer = refusalOf(result);
    if (issue?.path === 'password')
      form.setError('password', { message: issue.message }, { shouldFocus: true });
    else if (answer?.at === 'password')
      form.setError('current', { message: answer.message }, { shouldFocus: true });
    else
      setRefusal(
        answer?.at === 'pause'
          ? pauseSentence(answer.seconds)
          : answer?.at === 'line'
            ? answer.message
            : null,
      );
  });

  return (
    <form className="own-password" method="post" noValidate onSubmit={(event) => void submit(event)}>
      <FormRefusal message={refusal} />
      <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
      <PasswordField label="Current password" error={errors.current?.message} {...form.register('current')} />
      <PasswordField
        label="New password"
        autoComplete="new-password"
        error={errors.password?.message}
        hint={<LengthMeter password={password} />}
        {...form.register('password')}
      />
      <PasswordField
        label="Repeat new password"
        autoComplete="new-password"
        error={errors.repeated?.message}
        {...form.register('repeated')}
      />
      <div>
        <Button type="submit" variant="primary" size="large" isBusy={isSubmitting}>
          Change password
        </Button>
      </div>
    </form>
  );
}

function pauseSentence(seconds: number): string {
  return `Too many wrong passwords. The next try is possible in ${counted(seconds, 'second')}.`;
}
