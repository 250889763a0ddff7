import type { Metadata } from 'next';
import Link from 'next/link';
import { EntryPage } from '@/components/entry/entry-page';

export const metadata: Metadata = { title: 'No such page' };

export default function NotFound() {
  return (
    <EntryPage
      title="There is no such page"
      say="The address leads nowhere on this desk, or to something that is not yours to see."
    >
      <div className="links">
        <Link className="btn pri lg" href="/profile/auth-tokens">
          Auth Tokens
        </Link>
        <Link href="/environments">Environments</Link>
      </div>
    </EntryPage>
  );
}
