import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { EntryPage } from '@/components/entry/entry-page';
import { SignInForm } from '@/components/entry/sign-in-form';
import { findCall } from '@/lib/auth/current-person';
import { safeReturnPath } from '@/lib/domain/safe-return-path';
import { readDeskFacts } from '@/lib/services/desk/read-desk-facts';
import { isSetupOpen } from '@/lib/services/setup/is-setup-open';

export const metadata: Metadata = { title: 'Sign in' };

export default async function SignInPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, unknown>>;
}) {
  const facts = readDeskFacts();
  const { callbackUrl } = await searchParams;
  const returnPath = safeReturnPath(typeof callbackUrl === 'string' ? callbackUrl : null, facts.origin);
  if ((await findCall()) !== null) redirect(returnPath);
  if (await isSetupOpen()) redirect('/setup');
  return (
    <EntryPage
      title="Sign in"
      say={`This desk keeps the tokens of ${facts.host}.`}
      foot={`Tokendesk ${facts.version}`}
    >
      <SignInForm returnPath={returnPath} />
      <p className="aside">Scripts and services do not sign in here: they carry a token.</p>
    </EntryPage>
  );
}
