import type { Metadata } from 'next';
import { TokenDesk } from '@/components/tokens/token-grid/token-desk';
import { requireCall, requirePerson } from '@/lib/auth/current-person';
import { currentCatalog } from '@/lib/services/catalog/current-catalog';
import { listTokens } from '@/lib/services/tokens/list-tokens';

export const metadata: Metadata = { title: 'Auth Tokens' };

// As many as are seen at once, and some; the grid reads the rest itself.
const firstRows = 200;

export default async function AuthTokensPage() {
  const call = await requireCall('/profile/auth-tokens');
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
      servedAt={call.now.toISOString()}
    />
  );
}
