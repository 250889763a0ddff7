import type { Metadata } from 'next';
import { addressOf, PartLinks } from '@/components/admin/part-links';
import { AllTokensDesk } from '@/components/admin/tokens/all-tokens-desk';
import { foundSentence, totalSentence } from '@/components/admin/tokens/all-tokens-words';
import { EmptyState } from '@/components/ui/empty-state';
import { requireAdministration } from '@/lib/auth/require-administration';
import { isNarrowing, parseCursor, readAllTokensFilter } from '@/lib/domain/all-tokens-filter';
import { deskPermissions } from '@/lib/domain/desk-permissions';
import type { AddressedPage } from '@/lib/domain/page-parameters';
import { holds } from '@/lib/domain/rights';
import { currentCatalog } from '@/lib/services/catalog/current-catalog';
import { listAllTokens } from '@/lib/services/tokens/list-all-tokens';

export const metadata: Metadata = { title: 'All tokens' };

const path = '/admin/tokens';

export default async function AllTokensPage({ searchParams }: AddressedPage) {
  const { call, person } = await requireAdministration(path, deskPermissions.viewTokens);
  const parameters = await searchParams;
  const filter = readAllTokensFilter(parameters);
  const cursor = parseCursor(parameters.after);
  const view = await listAllTokens(call, filter, cursor);
  const { teeth } = currentCatalog();
  const isNarrowed = isNarrowing(filter);
  return (
    <>
      <div className="head">
        <h1>All tokens</h1>
        <p className="say" role="status">
          {totalSentence(view)}
          {isNarrowed && view.total > 0 && ` ${foundSentence(view)}`}
        </p>
      </div>
      <AllTokensDesk
        path={path}
        view={view}
        filter={filter}
        components={teeth}
        servedAt={call.now.toISOString()}
        username={person.email}
        mayRevoke={holds(person.rights, deskPermissions.manageTokens, 'global')}
        maySeeLog={holds(person.rights, deskPermissions.viewAudit, 'global')}
      />
      {view.rows.length === 0 && (
        <EmptyState title={isNarrowed ? 'None is like that.' : 'No token is signed out.'}>
          {isNarrowed
            ? 'No token matches what you typed and chose.'
            : 'The tokens that people generate stand here, with their owners.'}
        </EmptyState>
      )}
      <div className="foot-bar">
        <span>
          {view.rows.length} of {view.found.toLocaleString('en')} tokens
        </span>
        <span className="sp" />
        <PartLinks
          links={{
            First: cursor === null ? null : addressOf(path, { ...filter }),
            Next: view.next === null ? null : addressOf(path, { ...filter, after: view.next }),
          }}
        />
      </div>
    </>
  );
}
