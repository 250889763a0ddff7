import { FilterSelect } from '@/components/ui/filter-select';
import type { TokenFilter } from './token-filter';

interface FilterSelectsProps {
  filter: TokenFilter;
  onFilter: (change: Partial<TokenFilter>) => void;
  contexts: readonly string[];
}

const accesses = [
  { value: 'any', label: 'any' },
  { value: 'full', label: 'full' },
  { value: 'limited', label: 'limited' },
] as const;

const statuses = [
  { value: 'any', label: 'any' },
  { value: 'active', label: 'Active' },
  { value: 'waiting', label: 'Waiting' },
  { value: 'ending', label: 'Ending' },
  { value: 'narrowed', label: 'Narrowed' },
  { value: 'paused', label: 'Paused' },
  { value: 'expired', label: 'Expired' },
] as const;

/** The three filters above the grid. */
export function FilterSelects({ filter, onFilter, contexts }: FilterSelectsProps) {
  return (
    <>
      <FilterSelect
        label="Access"
        value={filter.access}
        options={accesses}
        onValueChange={(access) => onFilter({ access })}
      />
      <FilterSelect
        label="Context"
        value={filter.context}
        options={[
          { value: 'any', label: 'any' },
          ...contexts.map((context) => ({ value: context, label: context })),
        ]}
        onValueChange={(context) => onFilter({ context })}
      />
      <FilterSelect
        label="Status"
        value={filter.status}
        options={statuses}
        onValueChange={(status) => onFilter({ status })}
      />
    </>
  );
}
