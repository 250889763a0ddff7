import type { Metadata } from 'next';
import { addressOf, PartLinks } from '@/components/admin/part-links';
import { AllTokensLedger } from '@/components/admin/tokens/all-tokens-ledger';
import { AllTokensSearch } from '@/components/admin/tokens/all-tokens-search';
import { EmptyState } from '@/components/ui/empty-state';
import { requireAdministration } from '@/lib/auth/require-administration';
import { deskPermissions } from '@/lib/domain/desk-permissions';
import { pageNumber, pageText, type AddressedPage } from '@/lib/domain/page-parameters';
import { capitalised, counted, numberWord } from '@/lib/domain/number-words';
import { currentCatalog } from '@/lib/services/catalog/current-catalog';
import { listAllTokens } from '@/lib/services/tokens/list-all-tokens';

export const metadata: Metadata = { title: 'All tokens' };

const path = '/admin/tokens';

export default async function AllTokensPage({ searchParams }: AddressedPage) {
  const { call } = await requireAdministration(path, deskPermissions.viewTokens);
  const parameters = await searchParams;
  const search = pageText(parameters.q, 200);
  const before = pageNumber(parameters.before);
  const view = await listAllTokens(call, { search, before });
  const { components: names, componentSizes: sizes } = currentCatalog();
  return (
    <>
      <div className="head">
        <h1>All tokens</h1>
        <p className="say">
          {capitalised(counted(view.total, 'token'))} {view.total === 1 ? 'is' : 'are'} signed out in the
          names of {counted(view.owners, 'person', 'people')}. This page only looks: owners change and remove
          their own.
        </p>
      </div>
      <div className="bar">
        <AllTokensSearch search={search} />
        {search !== '' && <span role="status">{capitalised(numberWord(view.found))} found</span>}
      </div>
      {view.rows.length > 0 && (
        <AllTokensLedger rows={view.rows} components={{ names, sizes }} now={call.now} />
      )}
      {view.rows.length === 0 && (
        <EmptyState title={search === '' ? 'No token is signed out.' : 'None is like that.'}>
          {search === ''
            ? 'The tokens that people generate stand here, with their owners.'
            : 'No description, owner or last four characters match what you typed.'}
        </EmptyState>
      )}
      <div className="foot-bar">
        <span>
          {view.rows.length} of {view.found.toLocaleString('en')} tokens
        </span>
        <span className="sp" />
        <PartLinks
          newest={before === null ? null : addressOf(path, { q: search })}
          older={view.next === null ? null : addressOf(path, { q: search, before: view.next })}
        />
      </div>
    </>
  );
}
