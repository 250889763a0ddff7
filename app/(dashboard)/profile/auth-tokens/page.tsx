import type { Metadata } from 'next';
import { LeakNotice } from '@/components/tokens/leak-notice';
import { TokenDesk } from '@/components/tokens/token-grid/token-desk';
import { requireCall, requirePerson } from '@/lib/auth/current-person';
import { pageText, type AddressedPage } from '@/lib/domain/page-parameters';
import { currentCatalog } from '@/lib/services/catalog/current-catalog';
import { readGrantRequest } from '@/lib/services/tokens/read-grant-request';
import { listTokens } from '@/lib/services/tokens/list-tokens';
import { readLeakNotice } from '@/lib/services/tokens/read-leak-notice';

export const metadata: Metadata = { title: 'Auth Tokens' };

// As many as are seen at once, and some; the grid reads the rest itself.
const firstRows = 200;
const longestLink = 2_000;

export default async function AuthTokensPage({ searchParams }: AddressedPage) {
  const grant = pageText((await searchParams).grant, longestLink);
  const path = '/profile/auth-tokens';
  // Signing in between keeps what the link asks for.
  const call = await requireCall(grant === '' ? path : `${path}?grant=${encodeURIComponent(grant)}`);
  const { rows, total, counts } = await listTokens(call, { offset: 0, limit: firstRows });
  const { email } = await requirePerson();
  const { teeth } = currentCatalog();
  return (
    <TokenDesk
      rows={rows}
      total={total}
      counts={counts}
      components={teeth}
      username={email}
      grantRequest={grant === '' ? null : await readGrantRequest(call, grant)}
      servedAt={call.now.toISOString()}
    >
      <LeakNotice first={await readLeakNotice(call)} />
    </TokenDesk>
  );
}
