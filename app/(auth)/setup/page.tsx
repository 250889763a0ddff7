import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { EntryPage } from '@/components/entry/entry-page';
import { SetupForm } from '@/components/entry/setup-form';
import { readDeskFacts } from '@/lib/services/desk/read-desk-facts';
import { isSetupOpen } from '@/lib/services/setup/is-setup-open';

export const metadata: Metadata = { title: 'Set up', referrer: 'no-referrer' };

export default async function SetupPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, unknown>>;
}) {
  if (!(await isSetupOpen())) redirect('/sign-in');
  const { code } = await searchParams;
  const facts = readDeskFacts();
  return (
    <EntryPage
      isWide
      title="Open the desk"
      say={`You become the first administrator of ${facts.host}, and let the others in.`}
      foot={`Tokendesk ${facts.version}`}
    >
      <SetupForm code={typeof code === 'string' ? code.slice(0, 64) : ''} />
    </EntryPage>
  );
}
