'use client';

import { useAddress } from '@/components/admin/use-address';
import { FilterSelect } from '@/components/ui/filter-select';
import type { AllTokensFilter, allTokensChoices } from '@/lib/domain/all-tokens-filter';
import { AllTokensSearch } from './all-tokens-search';

type Choices = typeof allTokensChoices;

/** What each filter offers, in the order of the address; the compiler keeps the lists complete. */
const words: { [Name in keyof Choices]: { label: string; options: Record<Choices[Name][number], string> } } =
  {
    status: {
      label: 'Status',
      options: {
        active: 'Active',
        waiting: 'Waiting',
        ending: 'Ending',
        narrowed: 'Narrowed',
        paused: 'Paused',
        expired: 'Expired',
      },
    },
    access: { label: 'Access', options: { full: 'full', limited: 'limited' } },
    used: {
      label: 'Last used',
      options: { never: 'never', 'over-30': 'more than 30 days ago', 'over-90': 'more than 90 days ago' },
    },
    expires: { label: 'Expires', options: { 'within-30': 'within 30 days', never: 'never' } },
    sort: {
      label: 'Sort',
      options: {
        newest: 'newest first',
        oldest: 'oldest first',
        used: 'last used first',
        unused: 'longest unused first',
        ending: 'ending first',
        lasting: 'ending last',
      },
    },
  };

const any = { value: '', label: 'any' };

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
  const go = useAddress<keyof AllTokensFilter>(path, { ...filter });
  const select = (
    name: keyof Choices | 'owner',
    label: string,
    options: { value: string; label: string }[],
  ) => (
    <FilterSelect
      key={name}
      label={label}
      value={name === 'sort' ? filter.sort || 'newest' : filter[name]}
      options={name === 'sort' ? options : [any, ...options]}
      onValueChange={(value) => go({ [name]: value })}
    />
  );
  const people = owners.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <>
      <AllTokensSearch search={filter.q} onSearch={(q) => go({ q }, 'replace')} />
      {select('owner', 'Owner', people)}
      {(Object.keys(words) as (keyof Choices)[]).map((name) =>
        select(
          name,
          words[name].label,
          Object.entries(words[name].options).map(([value, label]) => ({ value, label })),
        ),
      )}
    </>
  );
}
