'use client';

import { zodResolver } from '@hookform/resolvers/zod';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { Button } from '@/components/ui/button';
import { PasswordField } from '@/components/ui/password-field';
import { TextField } from '@/components/ui/text-field';
import { signInSchema, type SignInInput } from '@/lib/domain/person-input';
import { FormRefusal } from './form-refusal';
import { signInWithPassword } from './sign-in-with-password';

/** Email and password. A refusal keeps both as typed. `returnPath` is a path on this desk, already checked. */
export function SignInForm({ returnPath }: { returnPath: string }) {
  const [refusal, setRefusal] = useState<string | null>(null);
  const form = useForm<SignInInput>({
    resolver: zodResolver(signInSchema),
    defaultValues: { email: '', password: '' },
  });
  const { errors, isSubmitting } = form.formState;

  const submit = form.handleSubmit(async (input) => {
    setRefusal(null);
    const answer = await signInWithPassword(input);
    if (answer.isOk) {
      window.location.assign(returnPath);
      // Busy until the next page is there.
      await new Promise(() => undefined);
    } else {
      setRefusal(answer.message);
      form.setFocus('password');
    }
  });

  return (
    // POST, so that a submit before the script has loaded cannot put the password into the address.
    <form method="post" noValidate onSubmit={(event) => void submit(event)}>
      <FormRefusal message={refusal} />
      <TextField
        label="Email"
        type="email"
        autoComplete="username"
        autoFocus
        error={errors.email?.message}
        {...form.register('email')}
      />
      <PasswordField label="Password" error={errors.password?.message} {...form.register('password')} />
      <div className="acts">
        <Button type="submit" variant="primary" size="large" isBusy={isSubmitting}>
          Sign in
        </Button>
      </div>
    </form>
  );
}
