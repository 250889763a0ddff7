'use client';

import { useAddress } from '@/components/admin/use-address';
import { FilterSelect } from '@/components/ui/filter-select';
import type { AllTokensFilter } from '@/lib/domain/all-tokens-filter';
import { AllTokensSearch } from './all-tokens-search';

const any = { value: '', label: 'any' } as const;
const statuses = [
  any,
  { value: 'active', label: 'Active' },
  { value: 'ending', label: 'Ending' },
  { value: 'narrowed', label: 'Narrowed' },
  { value: 'paused', label: 'Paused' },
  { value: 'expired', label: 'Expired' },
] as const;
const accesses = [any, { value: 'full', label: 'full' }, { value: 'limited', label: 'limited' }] as const;
const uses = [
  any,
  { value: 'never', label: 'never' },
  { value: 'over-30', label: 'more than 30 days ago' },
  { value: 'over-90', label: 'more than 90 days ago' },
] as const;
const ends = [
  any,
  { value: 'within-30', label: 'within 30 days' },
  { value: 'never', label: 'never' },
] as const;
const sorts = [
  { value: '', label: 'newest first' },
  { value: 'oldest', label: 'oldest first' },
  { value: 'used', label: 'last used first' },
  { value: 'unused', label: 'longest unused first' },
  { value: 'ending', label: 'ending first' },
  { value: 'lasting', label: 'ending last' },
] as const;

/** What everyone's tokens are narrowed by and how they stand; all of it goes into the address. */
export function AllTokensFilters({
  path,
  filter,
  owners,
}: {
  path: string;
  filter: AllTokensFilter;
  owners: readonly { id: string; name: string }[];
}) {
  const go = useAddress(path, { ...filter });
  return (
    <>
      <AllTokensSearch search={filter.q} onSearch={(q) => go({ q }, 'replace')} />
      <FilterSelect
        label="Owner"
        value={filter.owner}
        options={[any, ...owners.map(({ id, name }) => ({ value: id, label: name }))]}
        onValueChange={(owner) => go({ owner })}
      />
      <FilterSelect
        label="Status"
        value={filter.status}
        options={statuses}
        onValueChange={(status) => go({ status })}
      />
      <FilterSelect
        label="Access"
        value={filter.access}
        options={accesses}
        onValueChange={(access) => go({ access })}
      />
      <FilterSelect
        label="Last used"
        value={filter.used}
        options={uses}
        onValueChange={(used) => go({ used })}
      />
      <FilterSelect
        label="Expires"
        value={filter.expires}
        options={ends}
        onValueChange={(expires) => go({ expires })}
      />
      <FilterSelect
        label="Sort"
        value={filter.sort === 'newest' ? '' : filter.sort}
        options={sorts}
        onValueChange={(sort) => go({ sort })}
      />
    </>
  );
}
